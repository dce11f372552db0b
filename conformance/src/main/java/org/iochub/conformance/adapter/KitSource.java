package org.iochub.conformance.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.iochub.api.RecordedView;
import org.iochub.api.Source;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;

/** An instance without a hub: always at its beginning, with nothing around it. */
record KitSource<S extends Record>(String tenant, S settings, Areas areas, Clock clock) implements Source<S> {
    @Override
    public String id() {
        return Instance.ID;
    }

    @Override
    public ZoneId zone() {
        return clock.getZone();
    }

    @Override
    public String routeId(String name) {
        return id() + "." + name;
    }

    @Override
    public String records() {
        return "hub:records/" + id();
    }

    @Override
    public String pushed() {
        return "hub:pushed/" + id();
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.empty();
    }

    @Override
    public RecordedView recorded() {
        return RecordedView.empty();
    }

    /** The same on every machine, so that expected records can be kept in a file. */
    @Override
    public String pseudonym(String identifier) {
        byte[] scoped = (tenant + '\0' + identifier).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(scoped).toString().replace("-", "");
    }

    @Override
    public void waiting(Text why) {}

    @Override
    public void upToDate() {}

    @Override
    public void concern(Optional<Text> what) {}
}
