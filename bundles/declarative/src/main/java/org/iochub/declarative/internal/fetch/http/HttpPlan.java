package org.iochub.declarative.internal.fetch.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.SettingKey;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Schedule;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.format.RecordFormat;

/**
 * What a source is asked over HTTP, and how. Immutable.
 *
 * @param check what else an answer has to be
 * @param format looks for the end of pages and the newest change
 */
public record HttpPlan(
        Transport transport,
        String method,
        Template url,
        Map<String, Template> query,
        Map<String, Template> headers,
        Optional<Content> body,
        Auth auth,
        Paging paging,
        int maxPages,
        Optional<Watermark> watermark,
        Schedule.Plan schedule,
        LimitsPlan limits,
        Check check,
        Optional<RecordFormat> format)
        implements Fetch {
    /** Looks at an answer before its status counts. */
    @FunctionalInterface
    public interface Check {
        /** @throws org.iochub.model.FaultException when the answer says that something is wrong */
        void look(Answer answer) throws IOException;
    }

    /** Bounds as the file says them. */
    public record LimitsPlan(Template connect, Template response, long maxBytes) {
        private static final int MEBIBYTE = 1 << 20;
        private static final int WHOLE = 10;

        public static LimitsPlan of(Options options) {
            return new LimitsPlan(
                    options.span("connectTimeout", "10s"),
                    options.span("timeout", "30s"),
                    (long) options.number("maxMegabytes", 64) * MEBIBYTE);
        }

        public HttpCalls.Limits fill(Fill fill) {
            return new HttpCalls.Limits(
                    fill.span(connect), fill.span(response), fill.span(response).multipliedBy(WHOLE), maxBytes);
        }
    }

    /** What templates may name beside the settings. */
    public static List<SettingKey> slots(List<SettingKey> settings) {
        List<SettingKey> all = new java.util.ArrayList<>(settings);
        for (String name : List.of("from", "to", "page", "offset", "cursor")) {
            all.add(Fill.slot(name));
        }
        return all;
    }

    /** Whether the end of pages, the newest change, or whether there is anything at all has to be looked for. */
    boolean looksInside() {
        return paging.paged() || watermark.isPresent();
    }

    @Override
    public RoutesBuilder routes(Source<DeclaredSettings> source) {
        return new HttpRoutes(this, source);
    }
}
