package org.iochub.conformance.adapter;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.Normalizer;
import org.iochub.api.SourceAdapter;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.model.Fault;
import org.iochub.model.area.Areas;

/**
 * An instance of the adapter, bound as a hub binds its file, with made-up secrets.
 *
 * @param <S> the adapter's settings
 */
public final class Instance<S extends Record> {
    /** What the instances are called. */
    public static final String ID = "kit";

    static final String TENANT = "quang-ngai";
    private static final String SECRET = "no-secret";
    /** Keys of an instance's file that are the hub's own. */
    private static final List<String> OF_THE_HUB = List.of("adapter", "tenant");

    /** An instance, or everything that is wrong with its keys. */
    public sealed interface Bound {
        record Ready(Instance<?> instance) implements Bound {}

        record Wrong(List<Fault> faults) implements Bound {}
    }

    private final SourceAdapter<S> adapter;
    private final S settings;
    private final String tenant;
    private final Areas areas;

    private Instance(SourceAdapter<S> adapter, S settings, String tenant, Areas areas) {
        this.adapter = adapter;
        this.settings = settings;
        this.tenant = tenant;
        this.areas = areas;
    }

    public static <S extends Record> Bound bind(SourceAdapter<S> adapter, Map<String, String> keys, Areas areas) {
        Map<String, String> own = new HashMap<>(keys);
        own.keySet().removeAll(OF_THE_HUB);
        SettingValues values = new SettingValues(new SecretResolver(name -> Optional.of(SECRET)));
        SettingsBinder.Result<S> result =
                new SettingsBinder<>(adapter.descriptor().settings(), values).bind(own);
        if (result instanceof SettingsBinder.Result.Wrong<S> wrong) {
            return new Bound.Wrong(wrong.faults());
        }
        S settings = ((SettingsBinder.Result.Bound<S>) result).settings();
        return new Bound.Ready(new Instance<>(adapter, settings, keys.getOrDefault("tenant", TENANT), areas));
    }

    public String tenant() {
        return tenant;
    }

    /** A normaliser as an instance that starts gets it. */
    public Normalizer normalizer(Clock clock) {
        return adapter.normalizer(source(clock));
    }

    public RoutesBuilder routes(Clock clock) {
        return adapter.routes(source(clock));
    }

    private KitSource<S> source(Clock clock) {
        return new KitSource<>(tenant, settings, areas, clock);
    }
}
