package org.iochub.feed.internal.sources;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.core.source.Rates;
import org.iochub.core.source.SourceStatus;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.ingest.DeliveredDocument;
import org.iochub.feed.internal.json.Json;

/** A source's status as JSON. */
final class SourceDocument {
    private SourceDocument() {}

    static Map<String, Object> of(SourceStatus source, Caller caller) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", source.id());
        document.put("adapter", source.adapter());
        document.put("adapterVersion", source.adapterVersion());
        document.put("tenant", source.tenant());
        source.sector().ifPresent(sector -> {
            document.put("sector", sector.code());
            document.put("sectorTitle", Json.text(sector.title()));
        });
        document.put("state", source.state().wireName());
        document.put("stateTitle", Json.text(source.state().title()));
        document.put("detail", source.detail());
        document.put("sentence", Json.text(source.sentence()));
        document.put("since", source.since().toString());
        source.lastSuccess().ifPresent(moment -> document.put("lastSuccess", moment.toString()));
        source.freshness().ifPresent(agreed -> document.put("freshnessSeconds", agreed.toSeconds()));
        source.lag().ifPresent(lag -> document.put("lagSeconds", lag.toSeconds()));
        document.put("waiting", source.waiting());
        document.put("totals", DeliveredDocument.of(source.totals()));
        document.put("recordTypes", source.recordTypes());
        document.put("confirmations", source.confirmations());
        if (!source.rates().accepted().isEmpty()) {
            document.put("rates", rates(source.rates()));
        }
        if (caller.grants().admin()) {
            // Where the hub stands in somebody's system is its owner's business.
            source.checkpoint().ifPresent(checkpoint -> document.put("checkpoint", checkpoint));
        }
        return document;
    }

    private static Map<String, Object> rates(Rates rates) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("end", rates.end().toString());
        document.put("spanSeconds", Rates.SPAN.toSeconds());
        document.put("accepted", rates.accepted());
        document.put("quarantined", rates.quarantined());
        return document;
    }
}
