package org.iochub.declarative.internal.expression.function;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Scope;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.Fault;
import org.iochub.model.area.AreaCode;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;

/** Administrative units, always at a date: a code alone means other territory before and after a reform. */
final class AreaFunctions {
    private AreaFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "areaByCode(code, date)",
                        2,
                        2,
                        "Đơn vị hành chính mang mã đó vào ngày đó; mã lạ làm bản ghi bị từ chối.",
                        "The administrative unit that bore the code on that day; an unknown code refuses the record.",
                        AreaFunctions::byCode),
                Function.of(
                        "areaByName(name, date[, withinCode])",
                        2,
                        3,
                        "Đơn vị mang tên đó vào ngày đó, trong đơn vị cấp trên; tên lạ hoặc trùng thì không có gì và"
                                + " có ghi chú.",
                        "The unit of that name on that day, below the unit above; an unknown or ambiguous name gives"
                                + " nothing and a note.",
                        AreaFunctions::byName),
                Function.of(
                        "areaCode(value, 'province'|'district'|'commune')",
                        2,
                        2,
                        "Mã bị bảng tính làm hỏng (4.0, 4) được thêm lại số 0 ở đầu.",
                        "A code that a spreadsheet damaged (4.0, 4), with its leading zeros back.",
                        AreaFunctions::code));
    }

    private static Evaluator byCode(Arguments arguments) {
        Evaluator code = arguments.get(0);
        Evaluator date = arguments.get(1);
        return scope -> {
            Object value = code.evaluate(scope);
            if (value instanceof AreaRef || Values.empty(value)) {
                return value instanceof AreaRef ? value : null;
            }
            return day(date.evaluate(scope), scope)
                    .map(day ->
                            scope.source().areas().require(Values.text(value).strip(), day))
                    .orElse(null);
        };
    }

    private static Evaluator byName(Arguments arguments) {
        Evaluator name = arguments.get(0);
        Evaluator date = arguments.get(1);
        Optional<Evaluator> within = arguments.count() == 3 ? Optional.of(arguments.get(2)) : Optional.empty();
        return scope -> {
            Object written = name.evaluate(scope);
            Optional<LocalDate> day = Values.empty(written) ? Optional.empty() : day(date.evaluate(scope), scope);
            return day.flatMap(at -> find(
                            Values.text(written),
                            at,
                            within.map(above -> above.evaluate(scope)),
                            within.isPresent(),
                            scope))
                    .orElse(null);
        };
    }

    private static Optional<AreaRef> find(
            String name, LocalDate day, Optional<Object> above, boolean limited, Scope scope) {
        Areas areas = scope.source().areas();
        Optional<AreaRef> limit = above.filter(value -> !Values.empty(value))
                .flatMap(value -> value instanceof AreaRef ref
                        ? Optional.of(ref)
                        : areas.byCode(Values.text(value).strip(), day).map(AreaFunctions::ref));
        if (limited && limit.isEmpty()) {
            scope.notes()
                    .add(Fault.of(
                            "area-not-valid",
                            "area",
                            "Không có đơn vị cấp trên vào ngày " + day + " để tìm tên địa danh trong đó.",
                            "There is no unit above on " + day + " to look the name up in."));
            return Optional.empty();
        }
        Areas.Match match = areas.byName(name, limit, day);
        if (match instanceof Areas.Match.Found found) {
            return Optional.of(ref(found.area()));
        }
        scope.notes().add(doubt(name, day, match instanceof Areas.Match.Ambiguous));
        return Optional.empty();
    }

    private static Fault doubt(String name, LocalDate day, boolean ambiguous) {
        String shown = Shown.of(name);
        return ambiguous
                ? Fault.of(
                        "area-ambiguous",
                        "area",
                        "Địa danh «" + shown + "» có thể là nhiều đơn vị vào ngày " + day
                                + "; hãy nói đơn vị cấp trên.",
                        "The name «" + shown + "» may mean several units on " + day + "; say the unit above it.")
                : Fault.of(
                        "area-name-unknown",
                        "area",
                        "Không có đơn vị hành chính nào tên «" + shown + "» vào ngày " + day + ".",
                        "No administrative unit bore the name «" + shown + "» on " + day + ".");
    }

    private static AreaRef ref(Area area) {
        return new AreaRef(area.code(), area.validFrom());
    }

    /** Of a moment, where the source is; text is ISO 8601. */
    private static Optional<LocalDate> day(Object date, Scope scope) {
        if (date instanceof LocalDate day) {
            return Optional.of(day);
        }
        if (Values.empty(date)) {
            scope.notes()
                    .add(Fault.of(
                            "area-without-date",
                            "area",
                            "Không có ngày để biết đơn vị hành chính nào mang mã hoặc tên này khi đó.",
                            "There is no date to tell which unit bore this code or name then."));
            return Optional.empty();
        }
        OffsetDateTime moment = date instanceof OffsetDateTime exact
                ? exact
                : IsoDates.read(Values.text(date), scope.source().zone());
        return Optional.of(moment.atZoneSameInstant(scope.source().zone()).toLocalDate());
    }

    private static Evaluator code(Arguments arguments) {
        Evaluator value = arguments.get(0);
        Level level = arguments.choice(
                1, Map.of("province", Level.PROVINCE, "district", Level.DISTRICT, "commune", Level.COMMUNE));
        return scope -> {
            Object written = value.evaluate(scope);
            return Values.empty(written) ? null : AreaCode.fromSpreadsheet(Values.text(written), level);
        };
    }
}
