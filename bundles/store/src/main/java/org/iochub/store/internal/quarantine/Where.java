package org.iochub.store.internal.quarantine;

import java.util.ArrayList;
import java.util.List;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.store.internal.jdbc.Sql;

/** A condition on the quarantine in the making. */
public final class Where {
    private final StringBuilder text = new StringBuilder("waiting = FALSE");
    private final List<Object> values = new ArrayList<>();

    private Where() {}

    public static Where of(QuarantineFilter filter) {
        Where where = new Where();
        filter.sources().ifPresent(v -> where.and("source = ANY(?)", List.copyOf(v)));
        filter.tenants().ifPresent(v -> where.and("tenant = ANY(?)", List.copyOf(v)));
        filter.stage().ifPresent(v -> where.and("stage = ?", v));
        filter.reason().ifPresent(v -> where.and("code = ?", v));
        filter.since().ifPresent(v -> where.and("at >= ?", Sql.micros(v)));
        filter.until().ifPresent(v -> where.and("at < ?", Sql.micros(v)));
        filter.ids().ifPresent(v -> where.and("id = ANY(?)", List.copyOf(v)));
        filter.state().ifPresent(v -> where.and("state = ?", v.wireName()));
        return where;
    }

    void and(String condition, Object value) {
        text.append(" AND ").append(condition);
        values.add(value);
    }

    public String text() {
        return text.toString();
    }

    public Object[] values() {
        return values.toArray();
    }
}
