package org.iochub.shadow.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.model.Fault;

/** A difference in one message. */
record Found(
        Kind kind,
        String type,
        String record,
        String position,
        List<ShadowDifference.Field> fields,
        Optional<Fault> fault) {
    enum Kind {
        CHANGED("changed"),
        ONLY_OLD("only-old"),
        ONLY_NEW("only-new"),
        REFUSED_OLD("refused-old"),
        REFUSED_NEW("refused-new"),
        FAILED("failed");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }
}
