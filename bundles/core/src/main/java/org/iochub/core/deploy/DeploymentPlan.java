package org.iochub.core.deploy;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * What would become of a file if it were dropped now. Of a file that would be refused nothing starts, stops or is
 * refreshed.
 *
 * @param file its name
 * @param kind {@code jar}, {@code kar} or {@code yaml}
 * @param name the bundle's symbolic name, the declarative source's id; empty when the file cannot be read
 * @param adapters ids of its adapters, as far as they are known before it runs
 * @param now the version that runs, if one does
 * @param then the version the file brings, once it could be read
 * @param accepted the verdict it would get, unless it fails while it starts
 * @param reason why it would be refused, or what it would bring
 * @param starts ids of instances that would start
 * @param stops ids of instances that would stop and stay so
 * @param restarts ids of instances that would be drained and started again
 * @param wires what it needs and who has it
 * @param refreshes symbolic names of bundles that would be refreshed
 */
public record DeploymentPlan(
        String file,
        String kind,
        String name,
        List<String> adapters,
        Optional<String> now,
        Optional<String> then,
        boolean accepted,
        Text reason,
        List<String> starts,
        List<String> stops,
        List<String> restarts,
        List<Wire> wires,
        List<String> refreshes) {

    /**
     * Something that is needed.
     *
     * @param need a package or another capability
     * @param wanted the versions that would do; empty when any would
     * @param provider symbolic name and version of the bundle that has it; empty when none does
     */
    public record Wire(String need, String wanted, Optional<String> provider) {}
}
