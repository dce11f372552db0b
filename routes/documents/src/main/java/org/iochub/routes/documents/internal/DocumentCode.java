package org.iochub.routes.documents.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.model.text.Nfc;

/**
 * The number and notation («số, ký hiệu») of a document: {@code 1295/UBND-KGVX}, {@code 483/QĐ-UBND}, of the Party
 * {@code 928-TB/TU}, and {@code /UBND} of one that has no number yet.
 *
 * @param separator what stands between the two
 */
record DocumentCode(Optional<String> number, char separator, String notation) {
    private static final Pattern WHOLE = Pattern.compile("(\\d+[\\p{L}\\d]*)?\\s*([/-])\\s*(\\S.*)");
    /** Type before organisation with a slash between: only the Party writes so. */
    private static final Pattern PARTY = Pattern.compile("\\p{L}{1,6}/\\p{L}[\\p{L}\\d.-]*");

    /** From one text; empty when it has no notation. */
    static Optional<DocumentCode> parse(String text) {
        String code = Nfc.of(text).strip();
        Matcher whole = WHOLE.matcher(code);
        if (whole.matches()) {
            return Optional.of(new DocumentCode(
                    Optional.ofNullable(whole.group(1)).flatMap(Values::presentNotZero),
                    whole.group(2).charAt(0),
                    whole.group(3).strip()));
        }
        return Values.presentNotZero(code)
                .filter(notation -> notation.chars().anyMatch(Character::isLetter))
                .map(notation -> new DocumentCode(Optional.empty(), '/', notation));
    }

    /** From a number and a notation apart, where either may hold the whole. */
    static Optional<DocumentCode> of(Optional<String> codeNumber, Optional<String> codeNotation) {
        Optional<String> number = codeNumber.flatMap(Values::presentNotZero).map(Nfc::of);
        Optional<String> notation = codeNotation.flatMap(Values::presentNotZero).map(Nfc::of);
        if (notation.isEmpty()) {
            return number.flatMap(DocumentCode::parse);
        }
        String text = notation.get();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches() && (whole.group(1) == null || number.equals(Optional.ofNullable(whole.group(1))))) {
            return Optional.of(new DocumentCode(
                    number, whole.group(2).charAt(0), whole.group(3).strip()));
        }
        char separator = PARTY.matcher(text).matches() ? '-' : '/';
        return Optional.of(new DocumentCode(number, separator, text));
    }

    /** As people write it. */
    String text() {
        return number.orElse("") + separator + notation;
    }
}
