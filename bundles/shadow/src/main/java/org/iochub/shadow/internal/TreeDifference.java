package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.shadow.ShadowDifference.Field;

/** Where two JSON contents differ, field by field. A value is told only where it is the same in what everybody may see. */
final class TreeDifference {
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST = 200;

    private final List<Field> fields = new ArrayList<>();

    static List<Field> between(Item old, Item next) {
        TreeDifference difference = new TreeDifference();
        difference.walk("", old.content(), next.content(), old.shown(), next.shown());
        return List.copyOf(difference.fields);
    }

    private void walk(String path, JsonNode old, JsonNode next, JsonNode oldShown, JsonNode nextShown) {
        if (old.equals(next) || fields.size() == MOST_FIELDS) {
            return;
        }
        if (old.isObject() && next.isObject()) {
            for (String name : names(old, next)) {
                String below = path.isEmpty() ? name : path + "." + name;
                walk(below, old.path(name), next.path(name), oldShown.path(name), nextShown.path(name));
            }
        } else if (old.isArray() && next.isArray()) {
            for (int i = 0; i < Math.max(old.size(), next.size()); i++) {
                walk(path + "[" + i + "]", old.path(i), next.path(i), oldShown.path(i), nextShown.path(i));
            }
        } else {
            boolean hidden = !old.equals(oldShown) || !next.equals(nextShown);
            fields.add(new Field(
                    path, hidden ? Optional.empty() : value(old), hidden ? Optional.empty() : value(next), hidden));
        }
    }

    private static Set<String> names(JsonNode old, JsonNode next) {
        Set<String> names = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(names::add);
        next.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<String> value(JsonNode node) {
        if (node instanceof MissingNode) {
            return Optional.empty();
        }
        String text = node.toString();
        return Optional.of(
                text.codePointCount(0, text.length()) <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    /** The field's name over all records: elements of a list are one field. */
    static String counted(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }
}
