package org.iochub.core.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.json.ModelJson;

/**
 * Adds up what differs between two readings of many records, in bounded memory: counts are exact, examples are the first
 * few, fields beyond {@link #MOST_FIELDS} are counted together. It has a JSON form that is stored and read back, so that
 * what was begun goes on. Safe for any number of threads.
 */
public final class DifferenceReport {
    /** Fields that are told one by one, of all types together. */
    public static final int MOST_FIELDS = 200;

    public static final int MOST_EXAMPLES = 5;
    /** Further counts by name, and codes of refusals. */
    private static final int MOST_NAMES = 100;

    private static final ObjectMapper MAPPER = ModelJson.newMapper();

    private final Map<DifferenceKind, Long> counts = new EnumMap<>(DifferenceKind.class);
    private final Map<String, Long> tallies = new TreeMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<DifferenceKind, List<String>> records = new EnumMap<>(DifferenceKind.class);
    private final Map<String, Refused> refusals = new LinkedHashMap<>();
    private long otherChanges;

    private static final class Field {
        final String type;
        final String field;
        final Text title;
        boolean personal;
        long records;
        long changes;
        final List<DifferenceExample> examples = new ArrayList<>();

        Field(String type, String field, Text title) {
            this.type = type;
            this.field = field;
            this.title = title;
        }

        FieldDifference frozen() {
            return new FieldDifference(type, field, title, personal, records, changes, examples);
        }
    }

    private static final class Refused {
        final DifferenceKind kind;
        final String code;
        long records;
        final List<String> examples = new ArrayList<>();

        Refused(DifferenceKind kind, String code) {
            this.kind = kind;
            this.code = code;
        }

        RefusalDifference frozen() {
            return new RefusalDifference(kind, code, records, examples);
        }
    }

    public synchronized void same() {
        add(DifferenceKind.SAME);
    }

    /** @param changes what {@link RecordComparison#compare} found; without any the record counts as the same */
    public synchronized void changed(String type, String record, List<FieldChange> changes) {
        if (changes.isEmpty()) {
            add(DifferenceKind.SAME);
            return;
        }
        add(DifferenceKind.CHANGED);
        example(DifferenceKind.CHANGED, type, record);
        Set<String> seen = new HashSet<>();
        for (FieldChange change : changes) {
            String key = type + " " + change.field();
            Field field = fields.get(key);
            if (field == null && fields.size() >= MOST_FIELDS) {
                otherChanges++;
                continue;
            }
            if (field == null) {
                field = new Field(type, change.field(), change.title());
                fields.put(key, field);
            }
            field.changes++;
            field.personal |= change.personal();
            if (seen.add(key)) {
                field.records++;
                if (field.examples.size() < MOST_EXAMPLES) {
                    field.examples.add(new DifferenceExample(record, change.place(), change.before(), change.after()));
                }
            }
        }
    }

    public synchronized void onlyBefore(String type, String record) {
        add(DifferenceKind.ONLY_BEFORE);
        example(DifferenceKind.ONLY_BEFORE, type, record);
    }

    public synchronized void onlyAfter(String type, String record) {
        add(DifferenceKind.ONLY_AFTER);
        example(DifferenceKind.ONLY_AFTER, type, record);
    }

    /** @param where message and position; no content */
    public synchronized void refusedBefore(Fault fault, String where) {
        refused(DifferenceKind.REFUSED_BEFORE, fault, where);
    }

    /** @param where message and position; no content */
    public synchronized void refusedAfter(Fault fault, String where) {
        refused(DifferenceKind.REFUSED_AFTER, fault, where);
    }

    /** @param fault the one of after */
    public synchronized void refusedBoth(Fault fault, String where) {
        refused(DifferenceKind.REFUSED_BOTH, fault, where);
    }

    private void refused(DifferenceKind kind, Fault fault, String where) {
        add(kind);
        String key = kind + " " + fault.code();
        if (refusals.size() < MOST_NAMES || refusals.containsKey(key)) {
            Refused refused = refusals.computeIfAbsent(key, k -> new Refused(kind, fault.code()));
            refused.records++;
            if (refused.examples.size() < MOST_EXAMPLES) {
                refused.examples.add(where);
            }
        }
    }

    /** Counts something else that the owner of the report names; the first hundred names. */
    public synchronized void tally(String name, long by) {
        if (tallies.size() < MOST_NAMES || tallies.containsKey(name)) {
            tallies.merge(name, by, Long::sum);
        }
    }

    private void add(DifferenceKind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    private void example(DifferenceKind kind, String type, String record) {
        List<String> examples = records.computeIfAbsent(kind, k -> new ArrayList<>());
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(type + "/" + record);
        }
    }

    /** How many records came to that. */
    public synchronized long count(DifferenceKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public synchronized long tally(String name) {
        return tallies.getOrDefault(name, 0L);
    }

    public synchronized Map<String, Long> tallies() {
        return Map.copyOf(tallies);
    }

    /** Of all records that were compared. */
    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that differ in most records first. */
    public synchronized List<FieldDifference> fields() {
        return fields.values().stream()
                .map(Field::frozen)
                .sorted(Comparator.comparingLong(FieldDifference::records)
                        .reversed()
                        .thenComparing(FieldDifference::type)
                        .thenComparing(FieldDifference::field))
                .toList();
    }

    /** Changes of fields beyond the first {@link #MOST_FIELDS}. */
    public synchronized long otherChanges() {
        return otherChanges;
    }

    public synchronized List<RefusalDifference> refusals() {
        return refusals.values().stream()
                .map(Refused::frozen)
                .sorted(Comparator.comparingLong(RefusalDifference::records).reversed())
                .toList();
    }

    /** A few records that came to that, as {@code type/id}. */
    public synchronized List<String> examples(DifferenceKind kind) {
        return List.copyOf(records.getOrDefault(kind, List.of()));
    }

    /** Its JSON form. */
    public synchronized String toJson() {
        Map<String, Long> byKind = new LinkedHashMap<>();
        Map<String, List<String>> some = new LinkedHashMap<>();
        for (DifferenceKind kind : DifferenceKind.values()) {
            byKind.put(kind.wireName(), count(kind));
            if (records.containsKey(kind)) {
                some.put(kind.wireName(), records.get(kind));
            }
        }
        Form form = new Form(
                byKind,
                fields(),
                otherChanges,
                some,
                refusals().stream()
                        .map(r -> new FormRefusal(r.kind().wireName(), r.code(), r.records(), r.examples()))
                        .toList(),
                tallies);
        try {
            return MAPPER.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when it is not what {@link #toJson} wrote */
    public static DifferenceReport read(String json) {
        Form form;
        try {
            form = MAPPER.readValue(json, Form.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a report of differences: " + e.getOriginalMessage(), e);
        }
        DifferenceReport report = new DifferenceReport();
        form.counts().forEach((kind, count) -> report.counts.put(DifferenceKind.of(kind), count));
        for (FieldDifference f : form.fields()) {
            Field field = new Field(f.type(), f.field(), f.title());
            field.personal = f.personal();
            field.records = f.records();
            field.changes = f.changes();
            field.examples.addAll(f.examples());
            report.fields.put(f.type() + " " + f.field(), field);
        }
        report.otherChanges = form.otherChanges();
        form.records().forEach((kind, some) -> report.records.put(DifferenceKind.of(kind), new ArrayList<>(some)));
        for (FormRefusal r : form.refusals()) {
            Refused refused = new Refused(DifferenceKind.of(r.kind()), r.code());
            refused.records = r.records();
            refused.examples.addAll(r.examples());
            report.refusals.put(refused.kind + " " + r.code(), refused);
        }
        report.tallies.putAll(form.tallies());
        return report;
    }

    /** The JSON form. */
    record Form(
            Map<String, Long> counts,
            List<FieldDifference> fields,
            long otherChanges,
            Map<String, List<String>> records,
            List<FormRefusal> refusals,
            Map<String, Long> tallies) {}

    record FormRefusal(String kind, String code, long records, List<String> examples) {}
}
