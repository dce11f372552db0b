package org.iochub.feed.internal.ngsild;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;

/**
 * What a request for entities asks for.
 *
 * @param types entity types, short or in full; empty for all
 * @param ids of entities; empty for all
 * @param attributes to show; an entity without any of them is left out; empty for all
 */
record Query(
        Set<String> types,
        Set<String> ids,
        Set<String> attributes,
        int limit,
        int offset,
        boolean count,
        Entity.Form form,
        Optional<String> after) {
    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int LARGEST_OFFSET = 10_000;
    private static final int MOST_IDS = 1_000;
    private static final Set<String> OPTIONS = Set.of("keyValues", "simplified", "normalized", "count");

    static Query of(Params params) {
        Set<String> options = list(params, "options");
        options.stream().filter(option -> !OPTIONS.contains(option)).findFirst().ifPresent(option -> {
            throw Problems.badParameter(
                    "options",
                    "options chỉ nhận: keyValues, simplified, normalized, count.",
                    "options only takes: keyValues, simplified, normalized, count.");
        });
        boolean count = params.flag("count") || options.contains("count");
        int limit = params.integer("limit", USUAL_LIMIT, 0, LARGEST_LIMIT);
        if (limit == 0 && !count) {
            throw Problems.badParameter(
                    "limit", "limit=0 chỉ dùng cùng count=true.", "limit=0 goes with count=true only.");
        }
        boolean simple = options.contains("keyValues") || options.contains("simplified");
        Query query = new Query(
                types(params),
                list(params, "id"),
                list(params, "attrs"),
                limit,
                params.integer("offset", 0, 0, LARGEST_OFFSET),
                count,
                simple ? Entity.Form.KEY_VALUES : Entity.Form.NORMALIZED,
                params.one("after"));
        if (query.ids.size() > MOST_IDS) {
            throw Problems.badParameter(
                    "id", "id nhận tối đa " + MOST_IDS + " mã.", "id takes " + MOST_IDS + " ids at most.");
        }
        return query;
    }

    private static Set<String> types(Params params) {
        String all = params.one("type").orElse("");
        if (all.matches(".*[;()].*")) {
            throw Problems.badParameter(
                    "type",
                    "type là danh sách loại cách nhau bằng dấu phẩy; một thực thể ở đây chỉ có một loại.",
                    "type is a list of types separated by commas; an entity has one type here.");
        }
        return split(all.replace('|', ','));
    }

    private static Set<String> list(Params params, String name) {
        return split(params.one(name).orElse(""));
    }

    private static Set<String> split(String text) {
        Set<String> parts = new LinkedHashSet<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return parts;
    }

    boolean wants(Entity entity) {
        return entity.hasAny(attributes);
    }
}
