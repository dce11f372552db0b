package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.http.Pagings.Counted;
import org.iochub.declarative.internal.fetch.http.Pagings.Cursor;
import org.iochub.declarative.internal.fetch.http.Pagings.Linked;
import org.iochub.declarative.internal.fetch.http.Pagings.Whole;
import org.iochub.model.Text;

/**
 * How a source gives its records in pages. A place is where a page stands: a number, a cursor, an address; it is kept in
 * the checkpoint. Immutable.
 */
public interface Paging {
    /** The place of the first page. */
    String first();

    /** Whether a place that was kept can be one of this paging. */
    boolean fits(String place);

    /** Parameters that ask for the page. */
    default Map<String, String> query(String place) {
        return Map.of();
    }

    /** Names for templates. */
    default Map<String, String> slots(String place) {
        return Map.of("page", "", "offset", "", "cursor", "");
    }

    /** The whole address of the page, where the source said it. */
    default Optional<URI> address(String place) {
        return Optional.empty();
    }

    /**
     * The place of the next page; empty after the last.
     *
     * @param records on this page
     * @param found what stands at {@link #pointer()}
     * @param hidden parameters to keep no values of
     * @throws org.iochub.model.FaultException when the source says something that leads nowhere
     */
    Optional<String> next(String place, Answer answer, long records, Optional<String> found, Set<String> hidden);

    /** What to look for in a JSON answer. */
    default Optional<JsonPointer> pointer() {
        return Optional.empty();
    }

    /** Whether records move from page to page when they change while the pages are read. */
    default boolean shifts() {
        return false;
    }

    /** Whether there is more than one page at all. */
    default boolean paged() {
        return true;
    }

    static Paging of(Options options) {
        if (options.has("page")) {
            Options page = options.at("page");
            return counted(page, page.number("from", 1), 1);
        }
        if (options.has("offset")) {
            Options offset = options.at("offset");
            return counted(offset, offset.number("from", 0), offset.at("size").number("value", 100));
        }
        if (options.has("cursor")) {
            Options cursor = options.at("cursor");
            return new Cursor(pointer(cursor), cursor.word("parameter", ""));
        }
        if (options.has("next")) {
            return new Linked(Optional.of(pointer(options.at("next"))));
        }
        return options.has("link") ? new Linked(Optional.empty()) : new Whole();
    }

    private static Paging counted(Options options, int from, int step) {
        Options size = options.at("size");
        return new Counted(
                options.word("parameter", ""),
                from,
                step,
                size.word("parameter", ""),
                size.number("value", 0),
                step != 1 || options.pointer().endsWith("/offset"));
    }

    private static JsonPointer pointer(Options options) {
        try {
            return JsonPointer.compile(options.word("pointer", ""));
        } catch (IllegalArgumentException e) {
            options.problems()
                    .add(
                            options.pointer("pointer"),
                            Text.of(
                                    "JSON Pointer phải bắt đầu bằng «/», như /paging/next.",
                                    "A JSON Pointer starts with \"/\", as in /paging/next."));
            return JsonPointer.empty();
        }
    }
}
