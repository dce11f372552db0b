package org.iochub.reading.scope.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.core.access.PersonalLevel;
import org.iochub.model.PersonalAccess;
import org.iochub.model.RecordType;
import org.iochub.model.schema.PersonalFields;
import org.iochub.reading.scope.PersonalView;
import org.osgi.service.component.annotations.Component;

/** Masks by the annotations of the shared model. */
@Component
public final class PersonalFieldsView implements PersonalView {
    private record Prepared(RecordType<?> type, PersonalFields fields) {}

    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    @Override
    public byte[] of(RecordType<?> type, PersonalLevel level, byte[] data) {
        return fields(type).show(data, access(level));
    }

    /** Kept by name, so that a type that came back with a new bundle replaces the old one. */
    private PersonalFields fields(RecordType<?> type) {
        Prepared known = prepared.get(type.toString());
        if (known == null || known.type() != type) {
            known = new Prepared(type, PersonalFields.of(type));
            prepared.put(type.toString(), known);
        }
        return known.fields();
    }

    private static PersonalAccess access(PersonalLevel level) {
        return switch (level) {
            case NONE -> PersonalAccess.NONE;
            case MASKED -> PersonalAccess.MASKED;
            case FULL -> PersonalAccess.FULL;
        };
    }
}
