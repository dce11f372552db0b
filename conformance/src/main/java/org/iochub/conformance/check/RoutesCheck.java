package org.iochub.conformance.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Instance;
import org.iochub.model.Text;

/** The routes can be put together; nothing is started, so nothing is connected to. */
final class RoutesCheck implements Check {
    @Override
    public String id() {
        return "routes";
    }

    @Override
    public Text title() {
        return Text.of("Tuyến lấy dữ liệu dựng được", "The routes can be built");
    }

    @Override
    public Outcome run(Examination examination) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            try {
                context.addRoutes(examination.instance().routes(Examination.CLOCK));
            } catch (Exception | LinkageError e) {
                return Outcome.of(List.of(Finding.of(
                        "routes",
                        "routes(source) thất bại: " + e + "; hãy sửa cách dựng tuyến.",
                        "routes(source) failed: " + e + "; mend how the routes are built.")));
            }
            ids(context.getRouteDefinitions(), findings);
        }
        return Outcome.of(findings);
    }

    private static void ids(List<RouteDefinition> routes, List<Finding> findings) {
        if (routes.isEmpty()) {
            findings.add(
                    Finding.of("routes", "Không có tuyến nào; hãy thêm một tuyến.", "There is no route; add one."));
        }
        Set<String> seen = new HashSet<>();
        for (RouteDefinition route : routes) {
            String id = route.getRouteId();
            if (id == null || !id.startsWith(Instance.ID + ".") || !seen.add(id)) {
                findings.add(Finding.of(
                        "routes",
                        "Tuyến «" + id + "» phải lấy mã riêng từ source.routeId(tên).",
                        "The route \"" + id + "\" has to take an id of its own from source.routeId(name)."));
            }
        }
    }
}
