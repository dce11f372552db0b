package org.iochub.deploy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.model.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** Says what a bundle that does not resolve is missing. */
final class Needs {
    private Needs() {}

    /** What no installed bundle offers; empty when everything is there and the parts only do not fit together. */
    static List<Text> missing(BundleContext context, Bundle bundle) {
        List<Text> missing = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement need : revision.getDeclaredRequirements(null)) {
            boolean optional =
                    Constants.RESOLUTION_OPTIONAL.equals(need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
            String effective = need.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
            if (optional
                    || !"resolve".equals(effective)
                    || offered(context, need.getNamespace()).anyMatch(need::matches)) {
                continue;
            }
            missing.add(describe(context, need));
        }
        return missing;
    }

    private static Text describe(BundleContext context, BundleRequirement need) {
        String filter = Objects.toString(need.getDirectives().get(Constants.FILTER_DIRECTIVE), "");
        if (!PackageNamespace.PACKAGE_NAMESPACE.equals(need.getNamespace())) {
            return Text.of(need.getNamespace() + " " + filter, need.getNamespace() + " " + filter);
        }
        String name = packageOf(filter);
        List<String> versions = offered(context, PackageNamespace.PACKAGE_NAMESPACE)
                .filter(offer -> name.equals(offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(offer -> String.valueOf(offer.getAttributes().get(Constants.VERSION_ATTRIBUTE)))
                .distinct()
                .toList();
        return versions.isEmpty()
                ? Text.of("gói " + name + " (không bundle nào có)", "package " + name + " (no bundle has it)")
                : Text.of(
                        "gói " + name + " theo điều kiện " + filter + " (hệ thống có phiên bản "
                                + String.join(", ", versions) + ")",
                        "package " + name + " as in " + filter + " (the hub has version " + String.join(", ", versions)
                                + ")");
    }

    /** The package's name out of {@code (&(osgi.wiring.package=NAME)…)}. */
    static String packageOf(String filter) {
        String key = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
        int start = filter.indexOf(key);
        return start < 0 ? filter : filter.substring(start + key.length(), filter.indexOf(')', start));
    }

    private static Stream<BundleCapability> offered(BundleContext context, String namespace) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> Optional.ofNullable(bundle.adapt(BundleWiring.class)))
                .flatMap(Optional::stream)
                .flatMap(wiring -> wiring.getCapabilities(namespace).stream());
    }
}
