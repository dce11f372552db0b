package org.iochub.shadow.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.model.Fault;

/** A difference in one message. */
record Found(
        DifferenceKind kind,
        String type,
        String record,
        String position,
        List<ShadowDifference.Field> fields,
        Optional<Fault> fault) {}
