package org.iochub.declarative.internal.mapping;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** What names mean within a list: the element's fields, or {@code value} for a plain one; {@code outer} is around it. */
final class ElementRow extends AbstractMap<String, Object> {
    private static final String OUTER = "outer";

    private final Map<String, Object> element;
    private final Map<String, Object> outer;

    @SuppressWarnings("unchecked")
    ElementRow(Object element, Map<String, Object> outer) {
        this.element = element instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("value", element);
        this.outer = outer;
    }

    @Override
    public Object get(Object key) {
        return OUTER.equals(key) ? outer : element.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return OUTER.equals(key) || element.containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return element.entrySet();
    }
}
