package org.iochub.api.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.iochub.model.trace.Trace;

/**
 * Where something lies, as a configuration says it: {@code 21439}, or with a day each code is meant for,
 * {@code 21439@2025-07-01;21424@2020-01-01}. Codes are reused for other territory, so that a plain code is taken as of
 * the record's day, and a code with a day only within the validity of the unit that bore it then.
 */
public final class DatedArea {
    /**
     * What a record gets.
     *
     * @param unit empty when no unit is known for the day
     * @param doubt what to say about it, if anything
     */
    public record Resolved(Optional<Area> unit, Optional<Fault> doubt) {
        public Optional<AreaRef> ref() {
            return unit.map(area -> new AreaRef(area.code(), area.validFrom()));
        }
    }

    private record Meant(String code, Optional<LocalDate> day) {}

    private final String notation;
    private final List<Meant> codes;

    private DatedArea(String notation, List<Meant> codes) {
        this.notation = notation;
        this.codes = List.copyOf(codes);
    }

    /**
     * @param where the key of the configuration, for the fault
     * @throws FaultException {@code bad-setting} for a notation that is none
     */
    public static DatedArea parse(String notation, String where) {
        List<Meant> codes = new ArrayList<>();
        for (String part : notation.split(";", -1)) {
            String[] codeAndDay = part.strip().split("@", -1);
            if (codeAndDay.length > 2 || !codeAndDay[0].matches("[0-9]{1,8}")) {
                throw bad(notation, where);
            }
            Optional<LocalDate> day =
                    codeAndDay.length == 1 ? Optional.empty() : Optional.of(day(codeAndDay[1], notation, where));
            codes.add(new Meant(codeAndDay[0], day));
        }
        return new DatedArea(notation, codes);
    }

    private static LocalDate day(String text, String notation, String where) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw bad(notation, where);
        }
    }

    private static FaultException bad(String notation, String where) {
        return FaultException.of(
                "bad-setting",
                where,
                "Mã đơn vị hành chính «" + notation
                        + "» sai cách viết; hãy viết như «21439» hoặc «21439@2025-07-01;21424@2020-01-01».",
                "The area code «" + notation
                        + "» is not written right; write «21439» or «21439@2025-07-01;21424@2020-01-01».");
    }

    /** The unit on a day of the record. */
    public Resolved at(Areas areas, LocalDate day) {
        for (Meant meant : codes) {
            Optional<Area> unit =
                    areas.byCode(meant.code(), meant.day().orElse(day)).filter(area -> covers(area, day));
            if (unit.isPresent()) {
                AreaRef ref = new AreaRef(unit.get().code(), unit.get().validFrom());
                Trace.step("area", notation, ref, "area valid on " + day);
                return new Resolved(unit, meant.day().isEmpty() ? reused(areas, unit.get(), day) : Optional.empty());
            }
        }
        return new Resolved(Optional.empty(), Optional.of(notKnown(day)));
    }

    private static boolean covers(Area area, LocalDate day) {
        return !day.isBefore(area.validFrom())
                && area.validTo().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** A plain code whose territory changed after the day: whoever wrote it may have meant the later unit. */
    private static Optional<Fault> reused(Areas areas, Area unit, LocalDate day) {
        List<Area> spans = areas.spans(unit.code());
        Area latest = spans.isEmpty() ? unit : spans.get(spans.size() - 1);
        if (latest.validFrom().equals(unit.validFrom())) {
            return Optional.empty();
        }
        return Optional.of(Fault.of(
                "area-code-reused",
                "area",
                "Mã «" + unit.code() + "» vào ngày " + day + " là «" + unit.name() + "», nay là «" + latest.name()
                        + "»; nếu cấu hình muốn nói đơn vị hiện nay, hãy ghi «" + unit.code() + "@" + latest.validFrom()
                        + "».",
                "Code " + unit.code() + " was «" + unit.name() + "» on " + day + " and is «" + latest.name()
                        + "» now; if the configuration means today's unit, write «" + unit.code() + "@"
                        + latest.validFrom() + "»."));
    }

    private Fault notKnown(LocalDate day) {
        return Fault.of(
                "area-not-valid",
                "area",
                "Không có đơn vị hành chính nào của «" + notation + "» có hiệu lực vào ngày " + day
                        + "; hãy thêm mã của đơn vị khi đó vào cấu hình, kèm «@ngày».",
                "No unit of «" + notation + "» was valid on " + day
                        + "; add the code of the unit of that time to the configuration, with «@day».");
    }

    /** As it was written. */
    @Override
    public String toString() {
        return notation;
    }
}
