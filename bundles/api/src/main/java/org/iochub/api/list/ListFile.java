package org.iochub.api.list;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.Csv;

/**
 * An official list as a file: comma-separated, UTF-8, a header line with at least the columns code, level, name;
 * known besides are parent, valid_from, valid_to and successors ({@code 22780:partial;22888:partial}). Days are ISO 8601
 * and inclusive.
 *
 * @param wrong what is wrong with the other lines, by line
 */
public record ListFile(List<ListRow> rows, List<Wrong> wrong) {
    /** A line that does not count. */
    public record Wrong(int line, Fault fault) {}

    private static final List<String> FIRST =
            List.of("code", "level", "name", "parent", "valid_from", "valid_to", "successors");

    public ListFile {
        rows = List.copyOf(rows);
        wrong = wrong.stream().sorted(Comparator.comparingInt(Wrong::line)).toList();
    }

    /**
     * @param beginning what an empty valid_from means; without it that is a mistake
     * @throws FaultException {@code bad-list}: this is no list at all, or one that was cut off
     */
    public static ListFile read(byte[] text, Optional<LocalDate> beginning) {
        List<Wrong> wrong = new ArrayList<>();
        List<Csv.Row> lines = lines(text, wrong);
        if (lines.isEmpty() && wrong.isEmpty()) {
            throw bad("Danh mục không có dòng nào.", "The list has no rows.");
        }
        refuseCut(text, lines);
        List<ListRow> rows = new ArrayList<>();
        for (Csv.Row line : lines) {
            try {
                rows.add(RowReader.read(line, beginning));
            } catch (FaultException e) {
                wrong.add(new Wrong(line.line(), coded(e.fault())));
            }
        }
        return new ListFile(rows, wrong);
    }

    private static List<Csv.Row> lines(byte[] text, List<Wrong> wrong) {
        try {
            InputStreamReader reader =
                    new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8.newDecoder());
            List<Csv.Row> lines = Csv.read(reader, (line, fault) -> wrong.add(new Wrong(line, coded(fault.fault()))));
            // A line that is shorter than the header lacks columns.
            Set<String> columns = lines.stream()
                    .flatMap(line -> line.values().keySet().stream())
                    .collect(Collectors.toSet());
            if (!lines.isEmpty() && !columns.containsAll(List.of("code", "level", "name"))) {
                throw bad(
                        "Dòng tiêu đề phải có các cột code, level, name, cách nhau bằng dấu phẩy.",
                        "The header needs the columns code, level, name, separated by commas.");
            }
            return lines;
        } catch (UncheckedIOException e) {
            throw bad(
                    "Danh mục không phải UTF-8; hãy lưu lại tệp bằng UTF-8.",
                    "The list is not UTF-8; save it as UTF-8.");
        }
    }

    /** A last line that is shorter than the others and has no end is where somebody's copy broke off. */
    private static void refuseCut(byte[] text, List<Csv.Row> lines) {
        if (lines.size() < 2 || text[text.length - 1] == '\n') {
            return;
        }
        int usual = lines.stream().mapToInt(line -> line.values().size()).max().orElse(0);
        if (lines.get(lines.size() - 1).values().size() < usual) {
            throw bad(
                    "Danh mục bị cắt giữa dòng " + lines.get(lines.size() - 1).line() + "; hãy chép lại trọn tệp.",
                    "The list breaks off within line "
                            + lines.get(lines.size() - 1).line() + "; copy the whole file again.");
        }
    }

    private static FaultException bad(String vi, String en) {
        return FaultException.of("bad-list", "", vi, en);
    }

    /** The codes of the lists' reader are those of areas. */
    private static Fault coded(Fault fault) {
        return fault.code().equals("bad-area-list") ? new Fault("bad-list", fault.where(), fault.message()) : fault;
    }

    /** The same list with what else is wrong; lines named there do not count. */
    public ListFile without(List<Wrong> more) {
        Set<Integer> lines = more.stream().map(Wrong::line).collect(Collectors.toSet());
        return new ListFile(
                rows.stream().filter(row -> !lines.contains(row.line())).toList(),
                Stream.concat(wrong.stream(), more.stream()).toList());
    }

    /** The list that has these rows, always the same text for the same rows. */
    public static byte[] text(List<ListRow> rows) {
        Set<String> more = new TreeSet<>();
        rows.forEach(row -> more.addAll(row.more().keySet()));
        List<String> columns = Stream.concat(FIRST.stream(), more.stream()).toList();
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.stream()
                .sorted(Comparator.comparing(ListRow::key))
                .forEach(row -> text.append(columns.stream()
                                .map(column -> quoted(value(row, column)))
                                .collect(Collectors.joining(",")))
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(ListRow row, String column) {
        return switch (column) {
            case "code" -> row.code();
            case "valid_from" -> row.from().toString();
            default -> row.values().getOrDefault(column, "");
        };
    }

    static String quoted(String value) {
        return value.contains(",") || value.contains("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
