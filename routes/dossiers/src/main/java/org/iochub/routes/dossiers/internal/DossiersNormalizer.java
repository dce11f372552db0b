package org.iochub.routes.dossiers.internal;

import java.io.IOException;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.FaultException;

/** A message, pushed or fetched: dossiers, or steps of dossiers. */
final class DossiersNormalizer implements Normalizer {
    static final JsonLimits LIMITS = new JsonLimits(4 << 20, 32, 1 << 20);

    private final Source<DossiersSettings> source;
    private final Dossiers dossiers;
    private final Steps steps;

    DossiersNormalizer(Source<DossiersSettings> source) {
        this.source = source;
        StatusMap statuses =
                new StatusMap(source.settings().statusList(), source.settings().statusMap());
        this.dossiers = new Dossiers(source, statuses);
        this.steps = new Steps(statuses);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Envelope.Service service = Envelope.service(message);
        return JsonRecords.array(message, LIMITS, "data").map(item -> change(service, item));
    }

    private Change change(Envelope.Service service, JsonItem item) {
        if (item instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        RawPart raw = item.raw();
        Fields fields = new Fields(((JsonItem.Element) item).node(), source.zone());
        try {
            return switch (service) {
                case DOSSIERS -> dossiers.of(fields, raw);
                case STEPS -> steps.of(fields, raw);
            };
        } catch (FaultException e) {
            return new Change.Refusal(e.fault().within(raw.position()), raw);
        }
    }
}
