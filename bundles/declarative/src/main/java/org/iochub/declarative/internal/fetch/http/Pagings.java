package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.model.FaultException;

/** The kinds of paging. */
final class Pagings {
    private Pagings() {}

    /** One answer has everything. */
    record Whole() implements Paging {
        @Override
        public String first() {
            return "";
        }

        @Override
        public boolean fits(String place) {
            return place.isEmpty();
        }

        @Override
        public Optional<String> next(
                String place, Answer answer, long records, Optional<String> found, Set<String> hidden) {
            return Optional.empty();
        }

        @Override
        public boolean paged() {
            return false;
        }
    }

    /**
     * Pages with numbers, or records with offsets, until a page is empty or not full.
     *
     * @param size 0 when it is not known
     */
    record Counted(String parameter, int from, int step, String sizeParameter, int size, boolean offset)
            implements Paging {
        @Override
        public String first() {
            return Integer.toString(from);
        }

        @Override
        public boolean fits(String place) {
            return place.matches("\\d{1,9}") && Integer.parseInt(place) >= from;
        }

        @Override
        public Map<String, String> query(String place) {
            Map<String, String> query = new TreeMap<>();
            if (!parameter.isEmpty()) {
                query.put(parameter, place);
            }
            if (!sizeParameter.isEmpty()) {
                query.put(sizeParameter, Integer.toString(size));
            }
            return query;
        }

        @Override
        public Map<String, String> slots(String place) {
            return Map.of("page", offset ? "" : place, "offset", offset ? place : "", "cursor", "");
        }

        @Override
        public Optional<String> next(
                String place, Answer answer, long records, Optional<String> found, Set<String> hidden) {
            boolean last = records == 0 || size > 0 && records < size;
            return last ? Optional.empty() : Optional.of(Integer.toString(Integer.parseInt(place) + step));
        }

        @Override
        public boolean shifts() {
            return true;
        }
    }

    /** The answer names the cursor of the next page. */
    record Cursor(JsonPointer at, String parameter) implements Paging {
        @Override
        public String first() {
            return "";
        }

        @Override
        public boolean fits(String place) {
            return true;
        }

        @Override
        public Map<String, String> query(String place) {
            return place.isEmpty() || parameter.isEmpty() ? Map.of() : Map.of(parameter, place);
        }

        @Override
        public Map<String, String> slots(String place) {
            return Map.of("page", "", "offset", "", "cursor", place);
        }

        @Override
        public Optional<JsonPointer> pointer() {
            return Optional.of(at);
        }

        @Override
        public Optional<String> next(
                String place, Answer answer, long records, Optional<String> found, Set<String> hidden) {
            return advanced(place, found.filter(cursor -> !cursor.isEmpty()));
        }
    }

    /**
     * The answer has the address of the next page.
     *
     * @param at where in the JSON; empty for the header {@code Link} (RFC 8288)
     */
    record Linked(Optional<JsonPointer> at) implements Paging {
        @Override
        public String first() {
            return "";
        }

        @Override
        public boolean fits(String place) {
            return place.isEmpty() || place.startsWith("http://") || place.startsWith("https://");
        }

        @Override
        public Optional<URI> address(String place) {
            return place.isEmpty() ? Optional.empty() : Optional.of(URI.create(place));
        }

        @Override
        public Optional<JsonPointer> pointer() {
            return at;
        }

        @Override
        public Optional<String> next(
                String place, Answer answer, long records, Optional<String> found, Set<String> hidden) {
            Optional<String> said =
                    at.isPresent() ? found : answer.header("Link").flatMap(Links::next);
            return advanced(
                    place,
                    said.filter(text -> !text.isBlank())
                            .map(text -> resolved(answer.url(), text))
                            .map(url -> WebAddresses.without(url, hidden).toString()));
        }

        private static URI resolved(URI base, String text) {
            try {
                URI url = WebAddresses.resolve(base, text);
                if (url.getHost() != null && WebAddresses.sameHost(base, url)) {
                    return url;
                }
            } catch (IllegalArgumentException e) {
                // Said below.
            }
            throw foreign();
        }
    }

    private static Optional<String> advanced(String place, Optional<String> next) {
        if (next.filter(place::equals).isPresent()) {
            throw ignored();
        }
        return next;
    }

    /** The fault of a next page that is nowhere to be had. */
    static FaultException foreign() {
        return FaultException.of(
                "bad-next-page",
                "next",
                "Địa chỉ trang sau mà nguồn đưa ra không đọc được hoặc trỏ sang máy chủ khác nên không được theo; hãy báo"
                        + " đơn vị vận hành nguồn.",
                "The address of the next page that the source gives is not readable or leads to another host, so it is"
                        + " not followed; tell those who run the source.");
    }

    /** The fault of a source that gives the same page again and again. */
    static FaultException ignored() {
        return FaultException.of(
                "paging-ignored",
                "paging",
                "Nguồn trả về cùng một trang dù hỏi trang khác nên không đọc hết được; hãy kiểm tra mục paging.",
                "The source gives the same page though another was asked for, so that not everything can be read; check"
                        + " paging.");
    }
}
