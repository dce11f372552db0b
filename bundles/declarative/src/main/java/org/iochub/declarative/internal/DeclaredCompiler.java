package org.iochub.declarative.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Fetches;
import org.iochub.declarative.internal.format.Formats;
import org.iochub.declarative.internal.schema.SchemaCheck;
import org.iochub.declarative.internal.schema.SourceSchema;
import org.iochub.declarative.internal.yaml.YamlException;
import org.iochub.declarative.internal.yaml.YamlReader;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes adapters of YAML files. Safe for any number of threads. */
@Component
public final class DeclaredCompiler implements SourceCompiler {
    /** The check for the types of the last time: they hardly ever change. */
    private record Checked(List<RecordType<?>> types, SchemaCheck check) {}

    private final AtomicReference<Checked> checked = new AtomicReference<>();
    private final Supplier<List<RecordType<?>>> types;
    private final Map<String, FetchFactory> fetches =
            Fetches.all().stream().collect(Collectors.toUnmodifiableMap(FetchFactory::name, Function.identity()));

    /** Of a hub that runs: with the types that bundles added. */
    @Activate
    public DeclaredCompiler(@Reference RecordTypeRegistry registry) {
        this(registry::all);
    }

    /** Without a hub: with the types it is shipped with. */
    public DeclaredCompiler() {
        this(RecordTypes::builtIn);
    }

    private DeclaredCompiler(Supplier<List<RecordType<?>>> types) {
        this.types = types;
    }

    @Override
    public Compiled compile(String file, byte[] yaml) {
        List<RecordType<?>> known = known();
        try {
            return new FileCompiler(new YamlReader().read(yaml), known, fetches).compile(check(known));
        } catch (YamlException e) {
            return new Compiled.Wrong(
                    List.of(new Mistake(e.place().line(), e.place().column(), "", e.text())));
        }
    }

    private SchemaCheck check(List<RecordType<?>> known) {
        Checked last = checked.get();
        if (last == null || !last.types.equals(known)) {
            last = new Checked(known, new SchemaCheck(schema(known)));
            checked.set(last);
        }
        return last.check;
    }

    /** The JSON Schema of the types that the hub is shipped with, as it is published. */
    public ObjectNode schema() {
        return schema(RecordTypes.builtIn());
    }

    private ObjectNode schema(List<RecordType<?>> known) {
        return SourceSchema.of(fetches.keySet(), Formats.names(), known);
    }

    /** Each type once, in the oldest major version, as readers get it who ask for none. */
    private List<RecordType<?>> known() {
        Map<String, RecordType<?>> oldest = new LinkedHashMap<>();
        for (RecordType<?> type : types.get()) {
            oldest.merge(type.name(), type, (one, other) -> one.major() <= other.major() ? one : other);
        }
        return List.copyOf(oldest.values());
    }
}
