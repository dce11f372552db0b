package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.expression.Expression;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.format.Row;
import org.iochub.model.FaultException;

/** Looks into what was fetched, as far as paging needs it. */
final class Contents {
    /**
     * @param records readable or not
     * @param latest the newest time of change among them
     */
    record Found(long records, Optional<Instant> latest) {}

    private static final int SNIFFED = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private Contents() {}

    /**
     * A sign-in or error page is a source that is not there, not a record that is wrong.
     *
     * @throws FaultException {@code web-page}
     */
    static void refuseWebPages(Body body) throws IOException {
        String start = start(body).toLowerCase(Locale.ROOT);
        if (start.startsWith("<html") || start.startsWith("<!doctype html")) {
            throw FaultException.of(
                    "web-page",
                    "",
                    "Nguồn trả về trang web (có thể là trang đăng nhập hay báo lỗi) chứ không phải dữ liệu; hãy kiểm tra"
                            + " địa chỉ và khóa truy cập.",
                    "The source answered with a web page, maybe to sign in or to report an error, and not with data;"
                            + " check the address and the key.");
        }
    }

    private static String start(Body body) throws IOException {
        return new String(body.head(SNIFFED), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
    }

    /**
     * Reads JSON to its end; anything else is left alone.
     *
     * @return the text at the pointer
     * @throws FaultException {@code broken-json} when it is cut off or garbled
     */
    static Optional<String> textAt(Body body, Optional<JsonPointer> pointer) throws IOException {
        String start = start(body);
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        try (InputStream in = body.open();
                JsonParser whole = JSON.createParser(in);
                JsonParser parser = pointer.<JsonParser>map(at -> new FilteringParserDelegate(
                                whole, new JsonPointerBasedFilter(at), TokenFilter.Inclusion.ONLY_INCLUDE_ALL, false))
                        .orElse(whole)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (pointer.isPresent() && token.isScalarValue() && token != JsonToken.VALUE_NULL && found.isEmpty()) {
                    found = Optional.of(parser.getText());
                }
            }
            while (whole.nextToken() != null) {
                // The filter stops behind what it was looking for.
            }
            return found;
        } catch (JacksonException e) {
            throw FaultException.of(
                    "broken-json",
                    "",
                    "Nguồn trả về JSON không trọn vẹn hoặc sai cú pháp; hãy hỏi đơn vị vận hành nguồn nếu kéo dài.",
                    "The source answered with what is not a whole JSON document; ask those who run it if it goes on.");
        }
    }

    /**
     * Reads the records to their end, one at a time.
     *
     * @param limit a change after it is a mistake and counts for nothing
     */
    static Found records(
            RecordFormat format,
            Fetched message,
            Source<DeclaredSettings> source,
            Optional<Expression> value,
            TimeForm form,
            Instant limit)
            throws IOException {
        long records = 0;
        Optional<Instant> latest = Optional.empty();
        Map<String, Object> about = about(message);
        try (Stream<Row> rows = format.read(message)) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                records++;
                if (value.isPresent() && row instanceof Row.Found found) {
                    Optional<Instant> at = changed(value.get(), found, about, source, message.receivedAt(), form);
                    boolean counts = at.filter(time -> !time.isAfter(limit)).isPresent();
                    if (counts && (latest.isEmpty() || at.get().isAfter(latest.get()))) {
                        latest = at;
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable();
        }
        return new Found(records, latest);
    }

    private static FaultException unreadable() {
        return FaultException.of(
                "unreadable-page",
                "",
                "Nội dung nguồn trả về không đúng định dạng (format) đã khai báo; hãy kiểm tra format, hoặc hỏi đơn vị vận"
                        + " hành nguồn nếu trước đây vẫn đọc được.",
                "What the source answered is not in the declared format; check format, or ask those who run the source if"
                        + " it could be read before.");
    }

    /** A record whose time cannot be read says nothing about the newest; the hub refuses it if it must. */
    private static Optional<Instant> changed(
            Expression value,
            Row.Found row,
            Map<String, Object> about,
            Source<DeclaredSettings> source,
            OffsetDateTime receivedAt,
            TimeForm form) {
        try {
            return value.evaluate(new Scope(row.value(), about, source, receivedAt, new ArrayList<>()))
                    .flatMap(form::read);
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> about(Fetched message) {
        Map<String, Object> about = new HashMap<>(message.attributes());
        about.put("name", message.name());
        about.put("receivedAt", message.receivedAt());
        return about;
    }
}
