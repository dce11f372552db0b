package org.iochub.core.source.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.api.Source;
import org.iochub.core.records.internal.TenantView;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;

/** What an adapter sees of its instance. */
record SourceContext<S extends Record>(
        String id,
        String tenant,
        S settings,
        Areas areas,
        ZoneId zone,
        Clock clock,
        TenantView recorded,
        SourceRunner runner)
        implements Source<S> {
    @Override
    public String routeId(String name) {
        return id + "." + name;
    }

    @Override
    public String records() {
        return "hub:" + HubComponent.RECORDS + id;
    }

    @Override
    public String pushed() {
        return "hub:" + HubComponent.PUSHED + id;
    }

    @Override
    public Optional<String> checkpoint() {
        return runner.checkpoint();
    }

    @Override
    public String pseudonym(String identifier) {
        return runner.pseudonym(tenant, identifier);
    }

    @Override
    public void waiting(Text why) {
        runner.waiting(why);
    }

    @Override
    public void upToDate() {
        runner.upToDate();
    }

    @Override
    public void concern(Optional<Text> what) {
        runner.concern(what);
    }
}
