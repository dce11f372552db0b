package org.iochub.feed.internal.openapi;

import java.util.List;
import java.util.stream.Stream;

/** Every operation the face serves, by subject. A test holds this list equal to the JAX-RS resources. */
public final class Operations {
    private static final List<Operation> ALL = Stream.of(
                    MetaOperations.all(),
                    ReadingOperations.all(),
                    SourceOperations.all(),
                    SteeringOperations.all(),
                    SessionOperations.all(),
                    QuarantineOperations.all(),
                    ReplayOperations.all(),
                    ShadowOperations.all(),
                    QualityOperations.all(),
                    TerritoryOperations.all(),
                    AdministrationOperations.all(),
                    AlertOperations.all(),
                    ReportOperations.all(),
                    SubscriptionOperations.all(),
                    TapOperations.all(),
                    StandardViewOperations.all())
            .flatMap(List::stream)
            .toList();

    private Operations() {}

    public static List<Operation> all() {
        return ALL;
    }
}
