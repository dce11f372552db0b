package org.iochub.conformance.check;

import java.util.List;
import org.iochub.conformance.Check;

/** Every check, in the order in which an author mends things. */
public final class AllChecks {
    private AllChecks() {}

    public static List<Check> inOrder() {
        return List.of(
                new ImportsCheck(),
                new DescriptorCheck(),
                new SettingsCheck(),
                new RoutesCheck(),
                new FixturesCheck(),
                new ValidCheck(),
                new IdentityCheck(),
                new IdempotentCheck(),
                new TiesCheck(),
                new OlderVersionCheck(),
                new PoisonCheck(),
                new UnmappedCodesCheck(),
                new PersonalCheck(),
                new HostileCheck());
    }
}
