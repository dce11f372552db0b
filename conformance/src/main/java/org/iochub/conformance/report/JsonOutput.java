package org.iochub.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Report;
import org.iochub.conformance.Result;
import org.iochub.model.Text;

/** The report for programs. */
public final class JsonOutput {
    private JsonOutput() {}

    public static ObjectNode of(Report report) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("path", report.path().toString()).put("passed", report.passed());
        report.subject()
                .ifPresent(subject -> out.put("adapter", subject.id())
                        .put("version", subject.version())
                        .put("kind", subject.kind().name().toLowerCase(java.util.Locale.ROOT)));
        ArrayNode checks = out.putArray("checks");
        for (Result result : report.results()) {
            ObjectNode check = checks.addObject()
                    .put("check", result.id())
                    .put("status", result.status().code());
            check.set("title", text(result.title()));
            result.reason().ifPresent(reason -> check.set("reason", text(reason)));
            findings(check.putArray("findings"), result.findings());
            findings(check.putArray("notes"), result.notes());
        }
        return out;
    }

    private static void findings(ArrayNode into, List<Finding> findings) {
        for (Finding finding : findings) {
            ObjectNode one = into.addObject().put("where", finding.where());
            one.set("text", text(finding.text()));
        }
    }

    private static ObjectNode text(Text text) {
        return JsonNodeFactory.instance.objectNode().put("vi", text.vi()).put("en", text.en());
    }
}
