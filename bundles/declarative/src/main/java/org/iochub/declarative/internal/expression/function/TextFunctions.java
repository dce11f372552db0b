package org.iochub.declarative.internal.expression.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.declarative.internal.expression.BoundedRegex;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.text.Nfc;

/** Text and choices between values. */
final class TextFunctions {
    private static final int MANY = 50;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern GROUP = Pattern.compile("\\\\.|\\$(\\d*)");

    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "first(a, b, …)",
                        1,
                        MANY,
                        "Giá trị đầu tiên không rỗng.",
                        "The first value that is not empty.",
                        TextFunctions::first),
                Function.of(
                        "except(a, 'N/A', …)",
                        2,
                        MANY,
                        "Không có gì khi a là một trong các giá trị sau, nếu không thì a.",
                        "Nothing when a is one of the values behind it, else a.",
                        TextFunctions::except),
                Function.of(
                        "join('separator', a, b, …)",
                        2,
                        MANY,
                        "Nối các giá trị không rỗng; danh sách được nối từng phần tử.",
                        "Joins what is not empty; of a list, each element.",
                        TextFunctions::join),
                Function.of(
                        "split(text, 'separator')",
                        2,
                        2,
                        "Danh sách các phần không rỗng, đã bỏ khoảng trắng hai đầu.",
                        "The parts that are not empty, stripped.",
                        TextFunctions::split),
                Function.of("text(x)", 1, 1, "Viết giá trị thành chữ.", "The value as text.", plain(text -> text)),
                Function.of(
                        "lower(text)",
                        1,
                        1,
                        "Chữ thường.",
                        "In small letters.",
                        plain(text -> Nfc.of(text).toLowerCase(VIETNAMESE))),
                Function.of(
                        "upper(text)",
                        1,
                        1,
                        "Chữ hoa.",
                        "In capital letters.",
                        plain(text -> Nfc.of(text).toUpperCase(VIETNAMESE))),
                Function.of(
                        "trim(text)",
                        1,
                        1,
                        "Bỏ khoảng trắng hai đầu.",
                        "Without space at both ends.",
                        plain(String::strip)),
                Function.of(
                        "replace(text, 'regex', 'replacement')",
                        3,
                        3,
                        "Thay mọi chỗ khớp; $1 là nhóm thứ nhất.",
                        "Replaces every match; $1 is the first group.",
                        TextFunctions::replace),
                Function.of(
                        "matches(text, 'regex')",
                        2,
                        2,
                        "Cả chữ có khớp biểu thức chính quy không.",
                        "Whether the whole text fits the regular expression.",
                        TextFunctions::matches));
    }

    private static Function.Binding plain(UnaryOperator<String> change) {
        return arguments -> {
            Evaluator value = arguments.get(0);
            return scope -> {
                String text = Values.text(value.evaluate(scope));
                return text == null ? null : change.apply(text);
            };
        };
    }

    private static Evaluator first(Arguments arguments) {
        Evaluator[] values = arguments.values().toArray(Evaluator[]::new);
        return scope -> {
            for (Evaluator one : values) {
                Object value = one.evaluate(scope);
                if (!Values.empty(value)) {
                    return value;
                }
            }
            return null;
        };
    }

    private static Evaluator except(Arguments arguments) {
        Evaluator value = arguments.get(0);
        List<Evaluator> others = arguments.values().subList(1, arguments.count());
        return scope -> {
            Object found = value.evaluate(scope);
            Object plain = found instanceof String text ? text.strip() : found;
            for (Evaluator other : others) {
                if (Values.equal(plain, other.evaluate(scope))) {
                    return null;
                }
            }
            return found;
        };
    }

    private static Evaluator join(Arguments arguments) {
        String separator = arguments.literal(0);
        List<Evaluator> parts = arguments.values().subList(1, arguments.count());
        return scope -> {
            List<String> texts = new ArrayList<>();
            for (Evaluator part : parts) {
                add(texts, part.evaluate(scope));
            }
            return texts.isEmpty() ? null : String.join(separator, texts);
        };
    }

    private static void add(List<String> texts, Object value) {
        if (value instanceof Collection<?> list) {
            list.forEach(element -> add(texts, element));
        } else if (!Values.empty(value)) {
            texts.add(Values.text(value).strip());
        }
    }

    private static Evaluator split(Arguments arguments) {
        Evaluator value = arguments.get(0);
        String separator = arguments.literal(1);
        if (separator.isEmpty()) {
            throw arguments.error(1, "Dấu phân cách không được rỗng.", "The separator must not be empty.");
        }
        Pattern literal = Pattern.compile(Pattern.quote(separator));
        return scope -> {
            String text = Values.text(value.evaluate(scope));
            if (text == null) {
                return null;
            }
            return literal.splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        };
    }

    private static Evaluator replace(Arguments arguments) {
        Evaluator value = arguments.get(0);
        String pattern = arguments.literal(1);
        BoundedRegex regex = BoundedRegex.literal(pattern, arguments.offsets().get(1));
        String replacement = arguments.literal(2);
        check(arguments, Pattern.compile(pattern).matcher("").groupCount(), replacement);
        return scope -> {
            String text = Values.text(value.evaluate(scope));
            return text == null ? null : regex.replace(text, replacement);
        };
    }

    private static void check(Arguments arguments, int groups, String replacement) {
        Matcher references = GROUP.matcher(replacement);
        while (references.find()) {
            String number = references.group(1);
            if (number != null && (number.isEmpty() || number.charAt(0) - '0' > groups) || replacement.endsWith("\\")) {
                throw arguments.error(
                        2,
                        "«" + references.group() + "» không phải nhóm nào của biểu thức chính quy; dấu $ viết là \\$.",
                        "«" + references.group() + "» is no group of the regular expression; a $ is written \\$.");
            }
        }
    }

    private static Evaluator matches(Arguments arguments) {
        Evaluator value = arguments.get(0);
        BoundedRegex regex =
                BoundedRegex.literal(arguments.literal(1), arguments.offsets().get(1));
        return scope -> {
            String text = Values.text(value.evaluate(scope));
            return text != null && regex.matches(text);
        };
    }
}
