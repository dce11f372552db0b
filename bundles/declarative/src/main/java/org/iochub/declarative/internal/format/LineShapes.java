package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.declarative.internal.format.TextFormat.LineShape;
import org.iochub.model.FaultException;

/** The ways a line of text holds its fields. */
final class LineShapes {
    private LineShapes() {}

    static LineShape compile(Options options) {
        long ways = Stream.of("pattern", "columns", "separator")
                .filter(options::has)
                .count();
        if (ways != 1) {
            options.wrong(
                    "",
                    "Dòng chữ cần đúng một trong: pattern, columns, separator.",
                    "Lines of text need exactly one of: pattern, columns, separator.");
        }
        if (options.has("pattern")) {
            return pattern(options);
        }
        return options.has("columns") ? columns(options) : separated(options);
    }

    private static LineShape pattern(Options options) {
        Optional<SafePattern> pattern = options.pattern("pattern");
        if (pattern.isPresent() && pattern.get().groups().isEmpty()) {
            options.wrong(
                    "pattern",
                    "Biểu thức chính quy phải có nhóm đặt tên như (?<ma>[0-9]+): mỗi nhóm là một trường.",
                    "The regular expression must have named groups such as (?<code>[0-9]+): each is a field.");
        }
        return line -> List.of(pattern.flatMap(p -> p.match(line)).orElseThrow(LineShapes::mismatch));
    }

    private static FaultException mismatch() {
        return FaultException.of(
                "line-mismatch",
                "",
                "Dòng này không khớp với pattern; hãy sửa dòng ở nguồn, sửa pattern hoặc thêm ignore.",
                "This line does not match the pattern; mend it at the source, mend the pattern or add ignore.");
    }

    /** Characters {@code from} to {@code to} of a line, from 1, both included. */
    private record Column(String name, int from, int to) {
        Optional<String> in(String line) {
            if (line.length() < from) {
                return Optional.empty();
            }
            // What fills a fixed column up is not part of its value.
            return Optional.of(line.substring(from - 1, Math.min(to, line.length()))
                            .strip())
                    .filter(text -> !text.isEmpty());
        }
    }

    private static LineShape columns(Options options) {
        List<Column> columns = new ArrayList<>();
        HashSet<String> names = new HashSet<>();
        for (JsonNode node : options.node().path("columns")) {
            int from = node.path("from").asInt(1);
            Column column =
                    new Column(node.path("name").asText(), from, node.path("to").asInt(Integer.MAX_VALUE));
            if (column.from() < 1 || column.to() < column.from()) {
                options.wrong(
                        "columns/" + columns.size(),
                        "Cột «" + column.name() + "» cần from từ 1 trở lên và to không nhỏ hơn from.",
                        "Column «" + column.name() + "» needs from at least 1 and to not below from.");
            }
            repeated(options, names, column.name(), "columns/" + columns.size() + "/name");
            columns.add(column);
        }
        return line -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Column column : columns) {
                column.in(line).ifPresent(text -> fields.put(column.name(), text));
            }
            if (fields.isEmpty()) {
                throw mismatch();
            }
            return List.of(Collections.unmodifiableMap(fields));
        };
    }

    private static void repeated(Options options, HashSet<String> names, String name, String key) {
        if (!names.add(name)) {
            options.wrong(
                    key,
                    "Tên «" + name + "» bị lặp; mỗi trường cần một tên riêng.",
                    "The name «" + name + "» stands twice; each field needs a name of its own.");
        }
    }

    private static LineShape separated(Options options) {
        List<String> names = options.texts("names");
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            repeated(options, seen, names.get(i), "names/" + i);
        }
        int group = options.integer("group", 0);
        if (names.isEmpty() || group != 0 && group != names.size()) {
            options.wrong(
                    names.isEmpty() ? "" : "group",
                    "Với separator cần names, và group (nếu có) phải bằng số tên: " + names.size() + ".",
                    "With separator there must be names, and group, if any, must be how many: " + names.size() + ".");
        }
        String separator = options.text("separator", "tab");
        return line -> {
            List<String> tokens = tokens(line, separator, names.size());
            if (group == 0 ? tokens.size() > names.size() : tokens.size() % names.size() != 0) {
                throw wrongCount(tokens.size(), names.size(), group != 0);
            }
            List<Map<String, Object>> records = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i += names.size()) {
                records.add(named(names, tokens.subList(i, Math.min(tokens.size(), i + names.size()))));
            }
            return records;
        };
    }

    private static List<String> tokens(String line, String separator, int names) {
        if (separator.equals("whitespace")) {
            return Arrays.asList(line.strip().split("\\s+"));
        }
        String by = separator.equals("tab") ? "\t" : separator;
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(by); to >= 0; to = line.indexOf(by, from)) {
            tokens.add(line.substring(from, to));
            from = to + by.length();
        }
        tokens.add(line.substring(from));
        // A separator at the line's end closes the last field rather than opening one more.
        int last = tokens.size() - 1;
        if (last > 0 && last % names == 0 && tokens.get(last).isBlank()) {
            tokens.remove(last);
        }
        return tokens;
    }

    private static Map<String, Object> named(List<String> names, List<String> tokens) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isBlank()) {
                fields.put(names.get(i), tokens.get(i));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static FaultException wrongCount(int tokens, int names, boolean group) {
        String vi = group ? "không chia hết cho " + names : "nhiều hơn " + names + " trường đã đặt tên";
        String en = group ? "which is no multiple of " + names : "more than the " + names + " names";
        return FaultException.of(
                "wrong-field-count",
                "",
                "Dòng có " + tokens + " trường, " + vi + "; hãy kiểm tra dấu phân cách và names.",
                "The line has " + tokens + " fields, " + en + "; check the separator and the names.");
    }
}
