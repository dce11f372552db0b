package org.iochub.core.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;
import org.iochub.model.json.ModelJson;
import org.iochub.model.text.FreeTextMask;

/**
 * Compares two forms of records of one type, field by field. Values of personal fields are never told; other free text is
 * scanned for what identifies. Immutable; safe for any number of threads. Make it once per type.
 */
public final class RecordComparison {
    /** Of a value, in characters; the rest is cut. */
    public static final int LONGEST_VALUE = 200;

    /** Of one record: a list that is all different is not told element by element. */
    public static final int MOST_CHANGES = 1_000;

    private static final Text AREA = Text.of("Đơn vị hành chính của bản ghi", "Administrative unit of the record");

    private final FieldNames names;
    private final ObjectMapper mapper = new ModelJson().mapper();

    private RecordComparison(FieldNames names) {
        this.names = names;
    }

    public static RecordComparison of(RecordType<?> type) {
        return new RecordComparison(FieldNames.of(type));
    }

    /**
     * What differs; empty when nothing does, however the two are written.
     *
     * @return {@value #MOST_CHANGES} changes at most
     * @throws IllegalArgumentException when one of the two is no JSON object
     */
    public List<FieldChange> compare(Content before, Content after) {
        List<FieldChange> changes = new ArrayList<>();
        if (!before.area().equals(after.area())) {
            changes.add(new FieldChange("@area", "", AREA, false, shown(before.area()), shown(after.area())));
        }
        objects(names, "", "", read(before), read(after), changes);
        return List.copyOf(changes);
    }

    private JsonNode read(Content content) {
        try {
            JsonNode node = mapper.readTree(content.data());
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException("the content of a record is a JSON object");
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void objects(
            FieldNames fields, String path, String place, JsonNode before, JsonNode after, List<FieldChange> changes) {
        for (String name : names(before, after)) {
            values(
                    fields.get(name),
                    path.isEmpty() ? name : path + "/" + name,
                    place + "/" + escaped(name),
                    before.path(name),
                    after.path(name),
                    changes);
        }
    }

    private static TreeSet<String> names(JsonNode before, JsonNode after) {
        TreeSet<String> all = new TreeSet<>();
        before.fieldNames().forEachRemaining(all::add);
        after.fieldNames().forEachRemaining(all::add);
        return all;
    }

    private void values(
            FieldNames.Known field,
            String path,
            String place,
            JsonNode before,
            JsonNode after,
            List<FieldChange> changes) {
        if (same(before, after) || changes.size() >= MOST_CHANGES) {
            return;
        }
        boolean bothObjects = before.isObject() && after.isObject();
        if (bothObjects && field.nested().isPresent()) {
            objects(field.nested().get(), path, place, before, after, changes);
        } else if (bothObjects && !field.personal()) {
            // A map: its keys are data, so they count as one field.
            for (String key : names(before, after)) {
                values(field, path + "/*", place + "/" + escaped(key), before.path(key), after.path(key), changes);
            }
        } else if (before.isArray() && after.isArray()) {
            lists(field, path, place, before, after, changes);
        } else {
            change(field, path, place, before, after, changes);
        }
    }

    private void lists(
            FieldNames.Known field,
            String path,
            String place,
            JsonNode before,
            JsonNode after,
            List<FieldChange> changes) {
        List<Pairing.Pair> pairs = Pairing.unequal(before, after, field.key());
        if (pairs.isEmpty()) {
            // The same elements in another order.
            change(field, path, place, before, after, changes);
        }
        for (Pairing.Pair pair : pairs) {
            values(
                    field,
                    path + "/*",
                    place + "/" + (pair.isGone() ? pair.before() : pair.after()),
                    pair.isNew() ? MissingNode.getInstance() : before.get(pair.before()),
                    pair.isGone() ? MissingNode.getInstance() : after.get(pair.after()),
                    changes);
        }
    }

    private static void change(
            FieldNames.Known field,
            String path,
            String place,
            JsonNode before,
            JsonNode after,
            List<FieldChange> changes) {
        if (changes.size() >= MOST_CHANGES) {
            return;
        }
        boolean personal =
                field.personal() || field.nested().map(FieldNames::anyPersonal).orElse(false);
        boolean free =
                field.freeText() || field.nested().map(FieldNames::anyFreeText).orElse(false);
        changes.add(new FieldChange(
                path,
                place,
                field.title(),
                personal,
                personal ? Optional.empty() : shown(before, free),
                personal ? Optional.empty() : shown(after, free)));
    }

    /** Numbers are equal when they have the same value, whatever their form. */
    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) {
            return before.decimalValue().compareTo(after.decimalValue()) == 0;
        }
        return before.equals(after) || isAbsent(before) && isAbsent(after);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static Optional<String> shown(JsonNode node, boolean free) {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        String text = node.isTextual() ? node.asText() : node.toString();
        // Scanned before it is cut: half a number would not be known for one.
        String scanned = free ? FreeTextMask.mask(text) : text;
        return Optional.of(
                scanned.codePointCount(0, scanned.length()) <= LONGEST_VALUE
                        ? scanned
                        : scanned.substring(0, scanned.offsetByCodePoints(0, LONGEST_VALUE)) + "…");
    }

    private static Optional<String> shown(Optional<AreaRef> area) {
        return area.map(unit -> unit.code() + " (" + unit.validFrom() + ")");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
