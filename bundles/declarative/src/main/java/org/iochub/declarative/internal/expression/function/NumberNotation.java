package org.iochub.declarative.internal.expression.function;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.number.NumberStyle;
import org.iochub.model.number.VietnameseNumbers;

/** How a source writes numbers as text. Declared, never guessed. */
public enum NumberNotation {
    /** {@code 1.234,5} */
    VI,
    /** {@code 1,234.5} */
    EN,
    /** {@code 1234.5}, {@code 1.2e3} */
    ISO;

    /** By the words of the file. */
    public static final Map<String, NumberNotation> BY_CODE = Map.of("vi", VI, "en", EN, "iso", ISO);

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,40}");

    /** @throws FaultException {@code bad-number} */
    public BigDecimal parse(String text) {
        return switch (this) {
            case VI -> VietnameseNumbers.parse(text, NumberStyle.VI);
            case EN -> VietnameseNumbers.parse(text, NumberStyle.EN);
            case ISO -> plain(text.strip());
        };
    }

    private static BigDecimal plain(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw FaultException.of(
                    "bad-number",
                    "",
                    "«" + Shown.of(text) + "» không phải số viết như 1234.5.",
                    "«" + Shown.of(text) + "» is not a number written like 1234.5.");
        }
        return new BigDecimal(text);
    }

    /**
     * Digits alone, which mean the same in every notation.
     *
     * @throws FaultException {@code bad-number}
     */
    public static BigDecimal undeclared(String text) {
        String digits = text.strip();
        if (!DIGITS.matcher(digits).matches()) {
            throw FaultException.of(
                    "bad-number",
                    "",
                    "«" + Shown.of(digits)
                            + "» có dấu mà tệp không nói cách viết số; hãy thêm numbers: vi, en hoặc iso,"
                            + " hay viết number(…, 'vi').",
                    "«" + Shown.of(digits) + "» has signs and the file does not say how numbers are written; add"
                            + " numbers: vi, en or iso, or write number(…, 'vi').");
        }
        return new BigDecimal(digits);
    }
}
