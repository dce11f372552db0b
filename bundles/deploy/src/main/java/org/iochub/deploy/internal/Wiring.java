package org.iochub.deploy.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.core.deploy.DeploymentPlan.Wire;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** What a bundle needs, in words, and who gives it. */
final class Wiring {
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]*)\\)");
    private static final Pattern UP_TO = Pattern.compile("\\(version<=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]*)\\)\\)");

    private Wiring() {}

    /** Of a bundle that resolved who gives what; of one that did not only what it needs. */
    static List<Wire> of(Bundle bundle) {
        Map<BundleRequirement, String> providers = new HashMap<>();
        Optional.ofNullable(bundle.adapt(BundleWiring.class))
                .ifPresent(wiring -> wiring.getRequiredWires(null)
                        .forEach(wire -> providers.put(wire.getRequirement(), provider(wire))));
        List<Wire> wires = new ArrayList<>();
        for (BundleRequirement need : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (effective(need)) {
                wires.add(new Wire(name(need), wanted(need), Optional.ofNullable(providers.get(need))));
            }
        }
        wires.sort(Comparator.comparing(Wire::need));
        return wires;
    }

    private static String provider(BundleWire wire) {
        Bundle giver = wire.getProvider().getBundle();
        return giver.getSymbolicName() + " " + giver.getVersion();
    }

    private static boolean effective(BundleRequirement need) {
        return "resolve".equals(need.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve"));
    }

    private static String filter(BundleRequirement need) {
        return Objects.toString(need.getDirectives().get(Constants.FILTER_DIRECTIVE), "");
    }

    private static String name(BundleRequirement need) {
        return PackageNamespace.PACKAGE_NAMESPACE.equals(need.getNamespace())
                ? Needs.packageOf(filter(need))
                : need.getNamespace();
    }

    /** The range out of {@code (&(osgi.wiring.package=NAME)(version>=1.0.0)(!(version>=2.0.0)))}. */
    private static String wanted(BundleRequirement need) {
        String filter = filter(need);
        Optional<String> below = first(BELOW, filter);
        Optional<String> from = first(FROM, BELOW.matcher(filter).replaceAll(""));
        Optional<String> upTo = first(UP_TO, filter);
        if (below.isEmpty() && upTo.isEmpty()) {
            return from.map(version -> ">=" + version).orElse("");
        }
        return "[" + from.orElse("0") + ","
                + below.map(version -> version + ")")
                        .or(() -> upTo.map(version -> version + "]"))
                        .orElseThrow();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
