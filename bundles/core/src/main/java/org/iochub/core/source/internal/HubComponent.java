package org.iochub.core.source.internal;

import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.iochub.model.FaultException;

/** Camel's {@code hub:} scheme: {@code hub:records/<instance>} takes messages, {@code hub:pushed/<instance>} gives them. */
final class HubComponent extends DefaultComponent {
    static final String RECORDS = "records/";
    static final String PUSHED = "pushed/";
    private final Function<String, SourceRunner> runners;

    HubComponent(Function<String, SourceRunner> runners) {
        this.runners = runners;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (remaining.startsWith(RECORDS)) {
            return new RecordsEndpoint(uri, this, runners.apply(remaining.substring(RECORDS.length())));
        }
        if (remaining.startsWith(PUSHED)) {
            return new PushedEndpoint(uri, this, runners.apply(remaining.substring(PUSHED.length())));
        }
        throw FaultException.of(
                "bad-route",
                uri,
                "Đường dẫn «" + uri + "» không phải của hub: hãy dùng Source.records() hoặc Source.pushed().",
                "«" + uri + "» is no endpoint of the hub: use Source.records() or Source.pushed().");
    }
}
