package org.iochub.declarative.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JexlExpressionsTest {
    private static final Map<String, Object> ROW = Map.of(
            "a",
            "chữ",
            "n",
            7L,
            "d",
            new BigDecimal("2.5"),
            "one",
            "1",
            "yes",
            true,
            "list",
            List.of("x", "y"),
            "o",
            Map.of("k", "v", "Tên cột", "c"),
            "blank",
            " ",
            "date",
            "a field named as a function",
            "Tên cột",
            "t");

    private record Problem(String pointer, int offset, Text text) {}

    private static final class Collected implements Problems {
        private final List<Problem> all = new ArrayList<>();

        @Override
        public void add(String pointer, Text text) {
            add(pointer, -1, text);
        }

        @Override
        public void add(String pointer, int offset, Text text) {
            all.add(new Problem(pointer, offset, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anExpressionThatSaysNothingIsAMistake(String text) {
        assertThat(mistake(text).text().en()).contains("The expression is empty");
    }

    private static JexlExpressions expressions() {
        return new JexlExpressions(Scopes.SETTINGS, Scopes.tables(Optional.empty()));
    }

    private static Optional<Object> evaluate(String text) {
        Collected problems = new Collected();
        Expression expression = expressions().compile(text, "/map/0", problems);
        assertThat(problems.all).isEmpty();
        return expression.evaluate(Scopes.of(ROW));
    }

    private static Problem mistake(String text) {
        Collected problems = new Collected();
        Expression expression = expressions().compile(text, "/map/0/when", problems);
        assertThat(problems.all).as(text).hasSize(1);
        assertThat(expression.evaluate(Scopes.of(ROW))).isEmpty();
        return problems.all.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a|chữ",
                "row['Tên cột']|t",
                "o.k|v",
                "o['Tên cột']|c",
                "list[1]|y",
                "message.name|a.json",
                "message['folder']|in",
                "settings.area|21439",
                "'it''s'|",
                "yes ? a : 'no'|chữ",
                "blank ?: 'else'|else",
                "missing ?? 'else'|else",
                "a + '-' + n|chữ-7",
                "n + 1|8",
                "n * d|17.5",
                "n / 2|3.5",
                "n % 4|3",
                "-n|-7",
                "0.1 + 0.2|0.3",
                "size(list)|2",
                "size(a)|3"
            })
    void expressionsCompute(String text, String expected) {
        if (expected != null) {
            assertThat(evaluate(text).map(Values::text)).contains(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one == 1",
                "n == 7",
                "n != 8",
                "d == 2.50",
                "n > 6 and n <= 7",
                "not empty(a)",
                "empty(blank)",
                "empty(missing)",
                "empty missing.deep[3].deeper",
                "a =~ ['chữ', 'x']",
                "'x' =~ list",
                "a =~ 'ch.*'",
                "a !~ 'x.*'",
                "a =^ 'ch'",
                "a =$ 'ữ'",
                "missing == null",
                "!(n lt 3) or yes",
                "yes && n ge 7",
                "date == 'a field named as a function'"
            })
    void conditionsHold(String text) {
        assertThat(evaluate(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "missing.deep",
                "missing + 1",
                "list[9]",
                "list['x']",
                "a.length",
                "a.class",
                "o.class.name",
                "yes.TYPE",
                "n.MAX_VALUE",
                "row.class.classLoader",
                "message.class",
                "''.bytes",
                "settings.area.class"
            })
    void whatIsNotThereIsNothing(String text) {
        assertThat(evaluate(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new('java.lang.String', 'x')",
                "new java.lang.String('x')",
                "''.getClass()",
                "a.getClass().forName('java.lang.Runtime')",
                "row.put('a', 1)",
                "a = 1",
                "a.b = 1",
                "n += 1",
                "n++",
                "var x = 1",
                "a; n",
                "for (x : list) x",
                "while (true) 1",
                "if (yes) a",
                "() -> 1",
                "x -> x",
                "function(x) { x }",
                "#pragma jexl.import java.lang",
                "@silent a",
                "return a",
                "`${a}`",
                "1..1000000000",
                "{ 'a': 1 }",
                "{ 1, 2 }",
                "a instanceof String",
                "import('java.lang.Runtime')",
                "java.lang.Runtime.getRuntime()",
                "a:date(a)",
                "n & 1",
                "n | 1",
                "~n",
                "n << 40",
                "~/x/",
                "a.`k`",
                "switch (a) { case 1 -> 2 }",
                "throw a",
                "o.k()",
                "list[0]()",
                "settings",
                "settings.token",
                "settings['token']",
                "settings[a]"
            })
    void whatCouldDoMoreThanComputeIsRefused(String text) {
        Problem problem = mistake(text);
        assertThat(problem.pointer()).isEqualTo("/map/0/when");
        assertThat(problem.text().vi()).isNotEqualTo(problem.text().en());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "dat(a)|0|perhaps «date» is meant",
                "a == 1 and datee(a, 'x')|11|perhaps «date» is meant",
                "code(a, 'statu')|8|perhaps «status» is meant",
                "lookup(a, 'wards')|10|perhaps «ward» is meant",
                "number(a, 'isoo')|10|perhaps «iso» is meant",
                "convert(n, 'triệu đòng', 'VND')|11|perhaps «triệu đồng» is meant",
                "convert(n, 'kg', 'VND')|11|cannot be converted",
                "settings.are|9|perhaps «area» is meant",
                "date(a, 'dd/mm/yyyy')|8|no pattern of a whole date",
                "date(a, n)|8|must be text in single quotes",
                "date(a, 'iso', 'Hanoi')|15|no time zone",
                "replace(a, '(', '')|11|no regular expression",
                "replace(a, 'x', '$1')|16|no group",
                "matches(a, '[')|11|no regular expression",
                "a =~ '['|5|no regular expression",
                "date()|0|takes date(",
                "code(a)|0|takes code(",
                "split(a, '')|9|separator",
                "a ==|4|Wrong syntax",
                "dat e|4|Wrong syntax",
                "a and (b|7|Wrong syntax",
                "Tên|1|row['Tên cột']"
            })
    void mistakesNameTheCharacterAndTheNearestChoice(String text, int offset, String sentence) {
        Problem problem = mistake(text);
        assertThat(problem.text().en()).contains(sentence);
        // A parser may notice a character earlier or later than a person.
        assertThat(problem.offset()).isBetween(Math.max(0, offset - 3), offset + 3);
    }

    @Test
    void textIsNeverTakenForANumber() {
        assertThatThrownBy(() -> evaluate("one * 2")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> evaluate("one < 2")).isInstanceOf(FaultException.class);
        assertThat(evaluate("number(one) * 2")).contains(new BigDecimal("2"));
        assertThat(evaluate("one + 1").map(Values::text)).contains("11");
    }

    @Test
    void divisionByZeroIsAFault() {
        assertThatThrownBy(() -> evaluate("n / 0")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> evaluate("n % 0")).isInstanceOf(FaultException.class);
    }

    @Test
    void aRegularExpressionCannotHoldTheHub() {
        Expression slow = expressions().compile("matches(a, '(x+x+)+y')", "", (pointer, text) -> {});
        Scope scope = Scopes.of(Map.of("a", "x".repeat(5_000)));
        assertThatThrownBy(() -> slow.evaluate(scope))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("regex-too-slow"));
    }

    @Test
    void longAndDeepExpressionsAreRefused() {
        assertThat(mistake("a" + " + a".repeat(2_000)).text().en()).contains("longer than");
        for (String open : List.of("(", "[", "a[", "date(", "{", "!(", "`${", "/*", "'' + a[")) {
            assertTimeout(Duration.ofSeconds(5), () -> mistake(open.repeat(300)), open);
        }
        assertThat(evaluate("((((((((((n))))))))))")).contains(7L);
    }
}
