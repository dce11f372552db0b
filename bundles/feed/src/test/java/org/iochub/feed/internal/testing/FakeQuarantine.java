package org.iochub.feed.internal.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.model.Fault;

/** Refused records in memory. */
public final class FakeQuarantine implements Quarantine {
    private final List<Quarantined> entries = new CopyOnWriteArrayList<>();

    public Quarantined add(String source, String tenant, Optional<String> type, boolean rawKept) {
        Quarantined entry = new Quarantined(
                entries.size() + 1L,
                source,
                tenant,
                "validate",
                type,
                Fault.of("too-long", "text", "«Gọi 0912345678» quá dài.", "\"Gọi 0912345678\" is too long."),
                "m1",
                "file.xml",
                "line 3",
                OffsetDateTime.parse("2026-03-01T08:00:00+07:00"),
                17,
                "ab12",
                rawKept,
                "Gọi 0912345678 ngay",
                "field-reports",
                "1.0.0");
        entries.add(entry);
        return entry;
    }

    @Override
    public List<Quarantined> page(QuarantineFilter filter, long before, int limit) {
        return entries.stream()
                .filter(entry -> entry.id() < before)
                .filter(entry ->
                        filter.sources().map(s -> s.contains(entry.source())).orElse(true))
                .filter(entry ->
                        filter.tenants().map(t -> t.contains(entry.tenant())).orElse(true))
                .filter(entry -> filter.stage().map(entry.stage()::equals).orElse(true))
                .filter(entry ->
                        filter.reason().map(entry.fault().code()::equals).orElse(true))
                .sorted(Comparator.comparingLong(Quarantined::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Quarantined> get(long id) {
        return entries.stream().filter(entry -> entry.id() == id).findFirst();
    }

    @Override
    public Optional<InputStream> raw(long id) {
        return get(id).filter(Quarantined::rawKept)
                .map(entry -> new ByteArrayInputStream("Gọi 0912345678 ngay, gốc".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public long count(QuarantineFilter filter) {
        return page(filter, Long.MAX_VALUE, Integer.MAX_VALUE).size();
    }

    @Override
    public List<QuarantineGroup> groups(QuarantineFilter filter, int limit) {
        Map<List<String>, List<Quarantined>> groups = page(filter, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(
                        e -> List.of(e.source(), e.stage(), e.fault().code()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(g -> new QuarantineGroup(
                        g.get(0).source(),
                        g.get(0).stage(),
                        g.get(0).fault().code(),
                        g.size(),
                        g.get(g.size() - 1).at(),
                        g.get(0).at(),
                        g.get(0)))
                .limit(limit)
                .toList();
    }

    @Override
    public long waitingPatches(String source) {
        return 0;
    }
}
