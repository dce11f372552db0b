package org.iochub.declarative.internal.expression;

/**
 * Looks at an expression before the parser does: some nestings take it time that doubles with each level. Comments,
 * braces and backquotes are refused here, so that nothing hides from the count.
 */
final class Brackets {
    private static final int MAX_ROUND = 40;
    private static final int MAX_SQUARE = 6;

    private Brackets() {}

    /** @throws ExpressionError at the first character that goes too far */
    static void check(String text) {
        int round = 0;
        int square = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (c == '\'' || c == '"') {
                at = closing(text, at);
            } else if (c == '(' || c == ')') {
                round += c == '(' ? 1 : -1;
            } else if (c == '[' || c == ']') {
                square += c == '[' ? 1 : -1;
            } else if (c == '{' || c == '}' || c == '`' || c == '#' || (c == '/' || c == '~') && comment(c, next)) {
                throw new ExpressionError(
                        at,
                        "Không dùng được «" + c + "» ở đây: biểu thức không có khối, chú thích hay mẫu chữ.",
                        "«" + c + "» cannot be used here: an expression has no blocks, comments or templates.");
            }
            if (round > MAX_ROUND || square > MAX_SQUARE) {
                throw new ExpressionError(at, "Biểu thức lồng quá nhiều cấp.", "The expression is nested too deeply.");
            }
            at++;
        }
    }

    private static boolean comment(char c, char next) {
        return next == '/' || c == '/' && next == '*';
    }

    private static int closing(String text, int opening) {
        int at = opening + 1;
        while (at < text.length() && text.charAt(at) != text.charAt(opening)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
