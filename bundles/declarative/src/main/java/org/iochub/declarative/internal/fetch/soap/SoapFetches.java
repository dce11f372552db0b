package org.iochub.declarative.internal.fetch.soap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Schedule;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.http.Auth;
import org.iochub.declarative.internal.fetch.http.Content;
import org.iochub.declarative.internal.fetch.http.HttpFetches;
import org.iochub.declarative.internal.fetch.http.HttpPlan;
import org.iochub.declarative.internal.fetch.http.Paging;
import org.iochub.model.Text;

/** {@code from.soap}: calls an operation of a SOAP service every so often; its answers are XML messages. */
public final class SoapFetches implements FetchFactory {
    @Override
    public String name() {
        return "soap";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, HttpPlan.slots(tools.settings()), problems);
        Version version = Version.of(options.word("version", "1.1"));
        String action = options.word("soapAction", "");
        if (action.contains("\"") || action.chars().anyMatch(c -> c < ' ')) {
            problems.add(
                    options.pointer("soapAction"),
                    Text.of("soapAction không được chứa dấu nháy kép.", "soapAction may not hold a double quote."));
        }
        Map<String, Template> headers = new LinkedHashMap<>();
        version.headers(action)
                .forEach((name, value) ->
                        headers.put(name, Template.of(value, HttpPlan.slots(tools.settings()), pointer, problems)));
        headers.putAll(options.map("headers"));
        Template envelope = Template.of(
                Envelope.of(version, options.at("wsSecurity").node(), options.word("body", "")),
                HttpPlan.slots(tools.settings()),
                options.pointer("body"),
                problems);
        return new HttpPlan(
                Transport.SOAP,
                "POST",
                options.text("url", ""),
                Map.of(),
                headers,
                Optional.of(new Content(envelope, Content.Syntax.XML)),
                Auth.of(options.at("auth")),
                Paging.of(options.at("paging")),
                options.number("maxPages", 1_000),
                HttpFetches.watermark(options, tools),
                Schedule.Plan.of(options, "5m"),
                HttpPlan.LimitsPlan.of(options),
                SoapFault::refuse,
                tools.format());
    }
}
