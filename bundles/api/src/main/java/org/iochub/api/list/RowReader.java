package org.iochub.api.list;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.iochub.model.area.Csv;
import org.iochub.model.code.AreaPart;
import org.iochub.model.code.CodeList;
import org.iochub.model.record.Area.Successor;
import org.iochub.model.record.Level;

/** One line of a list. */
final class RowReader {
    private static final Set<String> KNOWN =
            Set.of("code", "level", "name", "parent", "valid_from", "valid_to", "successors");

    private RowReader() {}

    static ListRow read(Csv.Row line, Optional<LocalDate> beginning) {
        Map<String, String> more = new TreeMap<>(line.values());
        more.keySet().removeAll(KNOWN);
        more.values().removeIf(String::isEmpty);
        return new ListRow(
                line.line(),
                line.require("code"),
                oneOf(line, "level", line.require("level"), Level.values()),
                line.require("name"),
                Optional.of(line.get("parent")).filter(code -> !code.isEmpty()),
                day(line, "valid_from")
                        .or(() -> beginning)
                        .orElseGet(() -> LocalDate.parse(line.require("valid_from"))),
                day(line, "valid_to"),
                heirs(line),
                more);
    }

    private static List<Successor> heirs(Csv.Row line) {
        return Arrays.stream(line.get("successors").split(";"))
                .map(String::strip)
                .filter(heir -> !heir.isEmpty())
                .map(heir -> heir.split(":", 2))
                .map(heir -> new Successor(
                        heir[0].strip(),
                        heir.length == 1
                                ? AreaPart.WHOLE
                                : oneOf(line, "successors", heir[1].strip(), AreaPart.values())))
                .distinct()
                .toList();
    }

    private static Optional<LocalDate> day(Csv.Row line, String column) {
        String written = line.get(column);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            throw FaultException.of(
                    "impossible-date",
                    column,
                    "Dòng " + line.line() + ": «" + written + "» ở cột " + column + " không phải ngày dạng 2025-07-01.",
                    "Line " + line.line() + ": \"" + written + "\" in the column " + column
                            + " is not a day like 2025-07-01.");
        }
    }

    private static <C extends CodeList> C oneOf(Csv.Row line, String column, String written, C[] codes) {
        return Arrays.stream(codes)
                .filter(code -> code.code().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> FaultException.of(
                        "unknown-code",
                        column,
                        "Dòng " + line.line() + ": «" + written + "» ở cột " + column + " không phải một trong "
                                + known(codes) + ".",
                        "Line " + line.line() + ": \"" + written + "\" in the column " + column + " is none of "
                                + known(codes) + "."));
    }

    private static String known(CodeList[] codes) {
        return String.join(", ", Arrays.stream(codes).map(CodeList::code).toList());
    }
}
