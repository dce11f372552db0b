package org.iochub.declarative.internal.expression.function;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.expression.Evaluator;
import org.iochub.declarative.internal.expression.Values;
import org.iochub.model.FaultException;
import org.iochub.model.text.FreeTextMask;

/** Organisations and people. */
final class IdentityFunctions {
    /** {@code 000.00.53.H48}, or {@code H48.53} and {@code H37.DN.001} of Decision 20/2020. */
    private static final Pattern ORGAN =
            Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}|[A-Z]\\d{2}(?:\\.[A-Z0-9]{2,3}){0,4}");

    private static final Pattern SEPARATORS = Pattern.compile("\\s*[.\\-_]\\s*|\\s+");

    private IdentityFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "organ(code)",
                        1,
                        1,
                        "Mã định danh cơ quan, viết thống nhất: chữ hoa, dấu chấm; cả hai thế hệ mã (000.00.53.H48,"
                                + " H48.53).",
                        "An organisation's code in one spelling: capitals, dots; of both generations (000.00.53.H48,"
                                + " H48.53).",
                        IdentityFunctions::organ),
                Function.of(
                        "pseudonym(identifier)",
                        1,
                        1,
                        "Mã băm có khóa (HMAC) của số định danh một người; vẫn là dữ liệu cá nhân.",
                        "The keyed digest (HMAC) of a person's identifier; it stays personal data.",
                        IdentityFunctions::pseudonym),
                Function.of(
                        "mask(text)",
                        1,
                        1,
                        "Che các số giấy tờ, điện thoại, thư điện tử trong chữ.",
                        "Hides identity numbers, telephone numbers and mail addresses in text.",
                        IdentityFunctions::mask));
    }

    private static Evaluator organ(Arguments arguments) {
        Evaluator value = arguments.get(0);
        return scope -> {
            Object written = value.evaluate(scope);
            if (Values.empty(written)) {
                return null;
            }
            String code = SEPARATORS
                    .matcher(Values.text(written).strip())
                    .replaceAll(".")
                    .toUpperCase(Locale.ROOT);
            if (!ORGAN.matcher(code).matches()) {
                throw FaultException.of(
                        "bad-organisation-code",
                        "",
                        "«" + Shown.of(code) + "» không phải mã định danh cơ quan như 000.00.53.H48 hoặc H48.53.",
                        "«" + Shown.of(code) + "» is no organisation code such as 000.00.53.H48 or H48.53.");
            }
            return code;
        };
    }

    private static Evaluator pseudonym(Arguments arguments) {
        Evaluator value = arguments.get(0);
        return scope -> {
            Object identifier = value.evaluate(scope);
            return Values.empty(identifier)
                    ? null
                    : scope.source().pseudonym(Values.text(identifier).strip());
        };
    }

    private static Evaluator mask(Arguments arguments) {
        Evaluator value = arguments.get(0);
        return scope -> {
            String text = Values.text(value.evaluate(scope));
            return text == null ? null : FreeTextMask.mask(text);
        };
    }
}
