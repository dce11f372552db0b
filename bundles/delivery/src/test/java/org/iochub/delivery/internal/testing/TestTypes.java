package org.iochub.delivery.internal.testing;

import java.util.List;
import java.util.Optional;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;

/** The built-in types. */
public final class TestTypes implements RecordTypeRegistry {
    @Override
    public List<RecordType<?>> all() {
        return RecordTypes.builtIn();
    }

    @Override
    public Optional<RecordType<?>> get(String name, int major) {
        return get(name).filter(type -> type.major() == major);
    }

    @Override
    public Optional<RecordType<?>> get(String name) {
        return all().stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
