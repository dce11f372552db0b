package org.iochub.model.number;

import java.math.BigDecimal;
import org.iochub.model.FaultException;
import org.iochub.model.trace.Trace;

/**
 * Reads numbers in the style a source declares. A grouping that does not fit the style is a fault, so that a wrong
 * declaration shows at once instead of making figures a thousand times too large. Markers of missing values
 * ({@code ---}, {@code N/A}) are the caller's to know.
 */
public final class VietnameseNumbers {
    private VietnameseNumbers() {}

    /**
     * The number. Groups may also be set apart by spaces of any kind; a minus of any kind may stand in front.
     *
     * @throws FaultException {@code bad-number}
     */
    public static BigDecimal parse(String text, NumberStyle style) {
        String plain = plain(text);
        if (plain.length() > 40 || !style.shape().matcher(plain).matches()) {
            String example = style == NumberStyle.VI ? "1.234,5" : "1,234.5";
            throw FaultException.of(
                    "bad-number",
                    "",
                    "«" + text + "» không phải số viết theo kiểu " + example + " đã khai báo cho nguồn.",
                    "\"" + text + "\" is not a number written like " + example + ", as declared for the source.");
        }
        BigDecimal number = new BigDecimal(plain.replace(" ", "")
                .replace(Character.toString(style.group()), "")
                .replace(style.decimal(), '.'));
        return Trace.step("", text, number, "number " + style);
    }

    /** Spaces of any kind as one kind, minus signs as the hyphen. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
                out.append(' ');
            } else {
                out.append(c == '\u2212' || c == '\u2013' ? '-' : c);
            }
        }
        String stripped = out.toString().strip();
        return stripped.startsWith("- ") ? "-" + stripped.substring(2) : stripped;
    }
}
