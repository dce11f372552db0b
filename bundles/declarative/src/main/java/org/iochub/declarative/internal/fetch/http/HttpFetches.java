package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Schedule;

/** {@code from.http}: asks a web service every so often, page by page, for everything or for what changed. */
public final class HttpFetches implements FetchFactory {
    @Override
    public String name() {
        return "http";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, HttpPlan.slots(tools.settings()), problems);
        return new HttpPlan(
                Transport.HTTP,
                options.word("method", options.has("body") ? "POST" : "GET"),
                options.text("url", ""),
                options.map("query"),
                options.map("headers"),
                options.has("body") ? Optional.of(Content.of(options)) : Optional.empty(),
                Auth.of(options.at("auth")),
                Paging.of(options.at("paging")),
                options.number("maxPages", 1_000),
                watermark(options, tools),
                Schedule.Plan.of(options, "5m"),
                HttpPlan.LimitsPlan.of(options),
                answer -> {},
                tools.format());
    }

    /** What stands under {@code watermark}. */
    public static Optional<Watermark> watermark(Options options, Tools tools) {
        return options.has("watermark")
                ? Optional.of(Watermark.of(options.at("watermark"), tools.expressions()))
                : Optional.empty();
    }
}
