package org.iochub.declarative.internal.mapping;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iochub.api.Step;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.schema.WireCodes;

/** A row that remembers what was read of it, so that what became of it can be told. Used by one thread. */
final class TracedRow extends AbstractMap<String, Object> {
    private static final int LONGEST = 500;

    private final Map<String, Object> row;
    private final Map<String, String> read = new LinkedHashMap<>();
    private final String path;
    private final List<Step> steps;

    TracedRow(Map<String, Object> row) {
        this(row, "", new ArrayList<>());
    }

    private TracedRow(Map<String, Object> row, String path, List<Step> steps) {
        this.row = row;
        this.path = path;
        this.steps = steps;
    }

    /** What is filled there tells its steps here. @param path of a field that has fields, or of an element of a list */
    static Scope within(Scope scope, Map<String, Object> row, String path) {
        Map<String, Object> inner =
                scope.row() instanceof TracedRow outer ? new TracedRow(row, outer.at(path), outer.steps) : row;
        return inner == scope.row()
                ? scope
                : new Scope(inner, scope.message(), scope.source(), scope.receivedAt(), scope.notes());
    }

    private String at(String name) {
        // A plain element has no name of its own: it is filled as the list's.
        boolean plain =
                path.endsWith("]") && path.substring(0, path.lastIndexOf('[')).endsWith(name);
        return path.isEmpty() ? name : plain ? path : path + "." + name;
    }

    @Override
    public Object get(Object key) {
        Object value = row.get(key);
        if (value != null) {
            read.put(key.toString(), told(value));
        }
        return value;
    }

    @Override
    public boolean containsKey(Object key) {
        return row.containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return row.entrySet();
    }

    /** Forgets what was read before: a field begins. */
    void begin() {
        read.clear();
    }

    /** @param value what became of what was read since {@link #begin} */
    void end(String field, Object value, String rule) {
        if (value != null) {
            Step step = new Step(at(field), read, told(value), rule);
            if (step.changes()) {
                steps.add(step);
            }
        }
        read.clear();
    }

    List<Step> steps() {
        return steps;
    }

    private static String told(Object value) {
        String text = value instanceof Enum<?> constant
                ? WireCodes.of(constant).toString()
                : value instanceof Map<?, ?> || value instanceof List<?> ? value.toString() : Values.text(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
