package org.iochub.core.source.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.api.Source;
import org.iochub.core.records.internal.TenantView;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;

/** An instance for an adapter that is only tried: what the adapter says of its source goes nowhere. */
record InertSource<S extends Record>(
        String id,
        String tenant,
        S settings,
        Areas areas,
        ZoneId zone,
        Clock clock,
        TenantView recorded,
        RunnerServices services)
        implements Source<S> {

    static <S extends Record> InertSource<S> of(
            Plan.Ready<?> live, org.iochub.api.AdapterDescriptor<S> adapter, S settings, RunnerServices services) {
        String id = live.config().id();
        String tenant = live.tenant().id();
        return new InertSource<>(
                id,
                tenant,
                settings,
                services.areas().get(),
                live.tenant().zone(),
                services.clock(),
                services.recordings().open(adapter, tenant, id),
                services);
    }

    @Override
    public String routeId(String name) {
        throw new UnsupportedOperationException("an adapter that is only tried has no routes");
    }

    @Override
    public String records() {
        throw new UnsupportedOperationException("an adapter that is only tried delivers nothing");
    }

    @Override
    public String pushed() {
        throw new UnsupportedOperationException("an adapter that is only tried gets nothing pushed");
    }

    @Override
    public Optional<String> checkpoint() {
        return services.states().checkpoint(id);
    }

    @Override
    public String pseudonym(String identifier) {
        return services.pseudonyms().of(tenant, identifier);
    }

    @Override
    public void waiting(Text why) {}

    @Override
    public void upToDate() {}

    @Override
    public void concern(Optional<Text> what) {}
}
