package org.iochub.core.type.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The built-in types and those that bundles register as services. A name and major version is taken once. */
@Component
public final class TypeRegistry implements RecordTypeRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);
    private final List<RecordType<?>> added = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addType(RecordType<?> type) {
        if (get(type.name(), type.major()).isPresent()) {
            LOG.warn("Record type {} exists already: the second one is left out", type);
        } else {
            added.add(type);
        }
    }

    void removeType(RecordType<?> type) {
        added.remove(type);
    }

    @Override
    public List<RecordType<?>> all() {
        List<RecordType<?>> all = new ArrayList<>(RecordTypes.builtIn());
        all.addAll(added);
        return List.copyOf(all);
    }

    @Override
    public Optional<RecordType<?>> get(String name, int major) {
        return all().stream()
                .filter(type -> type.name().equals(name) && type.major() == major)
                .findFirst();
    }

    @Override
    public Optional<RecordType<?>> get(String name) {
        return all().stream().filter(type -> type.name().equals(name)).min(Comparator.comparingInt(RecordType::major));
    }
}
