package org.iochub.declarative.internal.fetch.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.declarative.internal.fetch.inbox.InboxRoutes;
import org.iochub.declarative.internal.fetch.inbox.Options;
import org.iochub.declarative.internal.fetch.inbox.Span;
import org.iochub.declarative.internal.fetch.inbox.Troubles;
import org.iochub.declarative.internal.fetch.jdbc.JdbcOptions.Key;
import org.iochub.declarative.internal.fetch.jdbc.JdbcOptions.Watermark;
import org.iochub.model.Text;

/** Asks a database, again and again, for the rows that changed. */
public final class JdbcFetchFactory implements FetchFactory {
    private static final Set<String> PARAMETERS = Set.of("watermark", "key", "limit");

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public Fetch compile(JsonNode json, String pointer, Tools tools, Problems problems) {
        Options options = new Options(json, pointer, tools.settings(), problems);
        JdbcOptions compiled = new JdbcOptions(
                options.text("url"),
                options.optional("user"),
                options.optional("password"),
                options.text("query"),
                options.span("every", Duration.ofMinutes(5)),
                options.span("timeout", Duration.ofMinutes(2)),
                options.number("limit", 1_000),
                zone(options),
                options.has("watermark") ? Optional.of(watermark(options.under("watermark"))) : Optional.empty());
        check(options, compiled);
        return new JdbcFetch(compiled);
    }

    private static Optional<ZoneId> zone(Options options) {
        try {
            return options.has("zone")
                    ? Optional.of(ZoneId.of(options.json().path("zone").asText()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            options.problem(
                    "zone",
                    Text.of(
                            "Không có múi giờ này; hãy viết như Asia/Ho_Chi_Minh hoặc +07:00.",
                            "There is no such zone; write it like Asia/Ho_Chi_Minh or +07:00."));
            return Optional.empty();
        }
    }

    private static Watermark watermark(Options options) {
        MarkKind kind = MarkKind.of(options.json().path("kind").asText("timestamp"));
        Template overlap = options.text("overlap", defaultOverlap(kind));
        Template start = options.text("start");
        String written = options.json().path("overlap").asText("");
        if (!written.isEmpty() && !written.contains("{{") && !fits(kind, written)) {
            options.problem("overlap", overlapOf(kind));
        }
        String first = options.json().path("start").asText("");
        if (!first.isEmpty() && !first.contains("{{")) {
            try {
                kind.parse(first, Instant.EPOCH, ZoneOffset.UTC);
            } catch (DateTimeException | NumberFormatException e) {
                options.problem(
                        "start",
                        Text.of(
                                "«" + first + "» không phải giá trị loại " + code(kind)
                                        + "; hãy viết như 2025-07-01T00:00:00, 2025-07-01, 30d hoặc 0.",
                                "«" + first + "» is no value of the kind " + code(kind)
                                        + "; write it like 2025-07-01T00:00:00, 2025-07-01, 30d or 0."));
            }
        }
        Options key = options.under("key");
        return new Watermark(
                options.json().path("column").asText(),
                kind,
                overlap,
                start,
                options.has("key")
                        ? Optional.of(new Key(
                                key.json().path("column").asText(),
                                MarkKind.of(key.json().path("kind").asText("number"))))
                        : Optional.empty());
    }

    private static String defaultOverlap(MarkKind kind) {
        return switch (kind) {
            case TIMESTAMP -> "5m";
            case DATE -> "1d";
            case NUMBER, TEXT -> "";
        };
    }

    private static boolean fits(MarkKind kind, String overlap) {
        return switch (kind) {
            case TIMESTAMP, DATE -> Span.parse(overlap).isPresent();
            case NUMBER -> overlap.matches("\\d{1,18}");
            case TEXT -> false;
        };
    }

    private static Text overlapOf(MarkKind kind) {
        return switch (kind) {
            case TIMESTAMP, DATE ->
                Text.of(
                        "Phần đọc lại của mốc thời gian là khoảng thời gian như 10m hoặc 1d.",
                        "The overlap of a time is a span of time such as 10m or 1d.");
            case NUMBER ->
                Text.of(
                        "Phần đọc lại của mốc số là một số nguyên như 100.",
                        "The overlap of a number is a whole number such as 100.");
            case TEXT ->
                Text.of("Mốc văn bản không có phần đọc lại; hãy bỏ overlap.", "A text has no overlap; leave it out.");
        };
    }

    private static String code(MarkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void check(Options options, JdbcOptions compiled) {
        options.noSecret(compiled.query(), "query");
        String text = options.json().path("query").asText("").strip();
        NamedQuery query = NamedQuery.parse(text.replaceAll("\\{\\{[^}]*}}", "0"));
        if (!text.matches("(?is)(select|with)\\b.*")
                || query.sql().replaceFirst(";\\s*$", "").contains(";")) {
            options.problem(
                    "query",
                    Text.of(
                            "Truy vấn phải là một câu SELECT (hoặc WITH … SELECT) duy nhất.",
                            "The query has to be one SELECT (or WITH … SELECT)."));
        }
        query.parameters().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .distinct()
                .forEach(name -> options.problem(
                        "query",
                        Text.of(
                                "Không có tham số «:" + name + "»; có :watermark, :key và :limit.",
                                "There is no parameter «:" + name + "»; there are :watermark, :key and :limit.")));
        boolean marked = compiled.watermark().isPresent();
        if (marked != query.has("watermark")) {
            options.problem(
                    marked ? "query" : "watermark",
                    Text.of(
                            "Tham số :watermark và mục watermark phải cùng có hoặc cùng không, ví dụ WHERE cap_nhat >="
                                    + " :watermark ORDER BY cap_nhat.",
                            "The parameter :watermark and the options under watermark go together, such as WHERE"
                                    + " updated >= :watermark ORDER BY updated."));
        }
        boolean keyed = compiled.watermark().flatMap(Watermark::key).isPresent();
        if (keyed != query.has("key")) {
            options.problem(
                    "query",
                    Text.of(
                            "Tham số :key và mục watermark.key phải cùng có hoặc cùng không, ví dụ (cap_nhat, id) >"
                                    + " (:watermark, :key).",
                            "The parameter :key and the options under watermark.key go together, such as (updated, id)"
                                    + " > (:watermark, :key)."));
        }
        if (!marked && query.has("limit")) {
            options.problem(
                    "query",
                    Text.of(
                            "Không có mốc thì :limit làm mất dữ liệu; hãy bỏ :limit hoặc khai báo watermark.",
                            "Without a watermark :limit loses rows; leave it out or declare a watermark."));
        }
        if (marked && !text.toLowerCase(Locale.ROOT).contains("order by")) {
            options.problem(
                    "query",
                    Text.of(
                            "Truy vấn có mốc phải xếp theo mốc; hãy thêm ORDER BY.",
                            "A query with a watermark is read in its order; add ORDER BY."));
        }
    }

    private record JdbcFetch(JdbcOptions options) implements Fetch {
        @Override
        public Transport transport() {
            return Transport.JDBC;
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            AtomicReference<Optional<Progress>> kept = new AtomicReference<>(Optional.empty());
            return new InboxRoutes(
                    source,
                    new InboxRoutes.Plan(
                            "jdbc",
                            () -> JdbcInbox.open(options, source, kept),
                            options.every().of(source.settings()),
                            Troubles.of("hub-store", JdbcTroubles::tell)));
        }
    }
}
