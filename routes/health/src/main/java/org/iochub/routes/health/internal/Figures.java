package org.iochub.routes.health.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.IndicatorBuilder;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.time.ReportingPeriod;

/**
 * Turns counts into indicators. Every package gives the same set of them, so that a corrected one leaves nothing of the
 * one before it: a group that is not shown stands there as 0 with the SDMX status Q («suppressed»).
 */
final class Figures {
    static final String VISITS = "health.visits";
    static final String BY_DISEASE = "health.visits-by-icd-chapter";
    static final String BED_DAYS = "health.bed-days";
    static final String OTHER = "other";
    private static final String SUPPRESSED = "Q";

    private final Source<HealthSettings> source;
    private final Facilities facilities;

    Figures(Source<HealthSettings> source) {
        this.source = source;
        this.facilities = new Facilities(source.settings(), source.areas());
    }

    /**
     * @param sent when the package was sent, if that decides
     * @throws FaultException when nobody knows where the facility is
     */
    List<Change> of(PackageHeader header, Counts counts, Optional<OffsetDateTime> sent, RawPart raw) {
        DatedArea.Resolved area = facilities.at(header.facility(), header.day());
        return new Sheet(header, counts, sent, area, raw).changes();
    }

    /** The indicators of one package. */
    private final class Sheet {
        private final PackageHeader header;
        private final Counts counts;
        private final DatedArea.Resolved area;
        private final ReportingPeriod period;
        private final VersionKey version;
        private final List<Fault> notes = new ArrayList<>();
        private final RawPart raw;
        private final List<Change> changes = new ArrayList<>();

        Sheet(
                PackageHeader header,
                Counts counts,
                Optional<OffsetDateTime> sent,
                DatedArea.Resolved area,
                RawPart raw) {
            this.header = header;
            this.counts = counts;
            this.area = area;
            this.raw = raw;
            this.period = source.settings().period().of(header.day());
            this.version = VersionKey.at(sent.map(OffsetDateTime::toInstant)
                    .orElseGet(() -> header.day().atStartOfDay(source.zone()).toInstant()));
            area.doubt().ifPresent(notes::add);
            if (counts.refused() > 0) {
                notes.add(incomplete(counts.refused()));
            }
        }

        List<Change> changes() {
            int smallest = source.settings().smallest();
            for (Visit.Kind kind : Visit.Kind.values()) {
                add(VISITS, "{visit}", "kind", kind.code(), counts.of(kind), false);
            }
            Counts.Groups groups = counts.groups(smallest);
            for (IcdChapter chapter : IcdChapter.values()) {
                boolean hidden = groups.hidden().contains(chapter);
                add(
                        BY_DISEASE,
                        "{visit}",
                        "group",
                        chapter.name(),
                        groups.shown().getOrDefault(chapter, 0L),
                        hidden);
            }
            add(BY_DISEASE, "{visit}", "group", OTHER, groups.other(), false);
            long inpatients = counts.of(Visit.Kind.INPATIENT);
            boolean few = inpatients > 0 && inpatients < smallest;
            add(BED_DAYS, "d", Map.of("facility", header.facility()), few ? 0 : counts.bedDays(), few);
            return changes;
        }

        private void add(String code, String unit, String by, String group, long value, boolean hidden) {
            add(code, unit, Map.of("facility", header.facility(), by, group), value, hidden);
        }

        private void add(String code, String unit, Map<String, String> breakdown, long value, boolean hidden) {
            Indicator indicator = IndicatorBuilder.builder()
                    .indicatorCode(code)
                    .area(area.unit().orElseThrow().code())
                    .period(period.interval())
                    .periodEnd(period.end())
                    .frequency(period.frequency())
                    .value(value)
                    .unit(unit)
                    .measure(IndicatorMeasure.ACTUAL)
                    .obsStatus(hidden ? Optional.of(SUPPRESSED) : Optional.empty())
                    .breakdown(breakdown)
                    .build();
            changes.add(new Change.Upsert<>(RecordTypes.INDICATOR, indicator, area.ref(), version, notes, raw));
        }
    }

    private static Fault incomplete(long refused) {
        return Fault.of(
                "incomplete",
                "value",
                refused + " hồ sơ của gói bị từ chối nên không được tính; cơ sở cần sửa và gửi lại cả gói.",
                refused + " records of the package were refused and are not counted; the facility has to mend them and"
                        + " send the whole package again.");
    }
}
