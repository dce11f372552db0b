package org.iochub.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.trace.Trace;

/**
 * Makes text that a source sent fit for the hub: NFC, and out of the encodings it was broken by. Never touches good
 * text of any language, codes, or words too short to judge; refuses what cannot be mended.
 */
public final class VietnameseText {
    /** What a text went through. */
    public enum Step {
        /** Control characters, zero-width characters and byte order marks taken out. */
        INVISIBLE_REMOVED,
        /** UTF-8 that had been read as Latin-1 or windows-1252. */
        MOJIBAKE_REPAIRED,
        TCVN3_CONVERTED,
        VNI_CONVERTED,
        /** Composed to NFC. */
        NFC_COMPOSED
    }

    /** The outcome. */
    public sealed interface Result {
        /** @param steps what changed the text, in order; empty when nothing did */
        record Clean(String text, List<Step> steps) implements Result {}

        /** @param fault {@code broken-text} or {@code unknown-encoding} */
        record Refused(Fault fault) implements Result {}
    }

    private VietnameseText() {}

    public static Result clean(String text) {
        if (isPrintableAscii(text)) {
            return new Result.Clean(text, List.of());
        }
        if (text.indexOf('\uFFFD') >= 0 || hasHalfPair(text)) {
            return new Result.Refused(broken());
        }
        List<Step> steps = new ArrayList<>(2);
        String visible = note(text, withoutInvisible(text), Step.INVISIBLE_REMOVED, steps);
        // Composed before it is judged: what is composed afterwards must not look wrong again.
        String composed = Nfc.of(visible);
        String decoded = decode(composed, steps);
        if (decoded.indexOf('\uFFFD') >= 0) {
            return new Result.Refused(broken());
        }
        if (isGarbled(decoded)) {
            return new Result.Refused(unknownEncoding());
        }
        String clean = Nfc.of(decoded);
        if (!composed.equals(visible) || !clean.equals(decoded)) {
            steps.add(Step.NFC_COMPOSED);
        }
        if (!steps.isEmpty()) {
            Trace.step("", text, clean, "text " + steps);
        }
        return new Result.Clean(clean, List.copyOf(steps));
    }

    /**
     * The clean text.
     *
     * @throws FaultException {@code broken-text}, {@code unknown-encoding}
     */
    public static String require(String text) {
        Result result = clean(text);
        if (result instanceof Result.Refused refused) {
            throw new FaultException(refused.fault());
        }
        return ((Result.Clean) result).text();
    }

    private static String decode(String text, List<Step> steps) {
        Optional<String> repaired = Mojibake.repair(text);
        repaired.ifPresent(once -> steps.add(Step.MOJIBAKE_REPAIRED));
        // Twice wrong happens: a mended text may still be UTF-8 read as Latin-1, or in an encoding of before Unicode.
        String unicode =
                repaired.map(once -> Mojibake.repair(once).orElse(once)).orElse(text);
        // Composed letters only: the judges look words up.
        Optional<LegacyEncoding> legacy = LegacyEncoding.detect(Nfc.of(unicode));
        if (legacy.isEmpty()) {
            return unicode;
        }
        steps.add(legacy.get() == LegacyEncoding.TCVN3 ? Step.TCVN3_CONVERTED : Step.VNI_CONVERTED);
        return legacy.get().decode(unicode).orElse(unicode);
    }

    private static String note(String before, String after, Step step, List<Step> steps) {
        if (!before.equals(after)) {
            steps.add(step);
        }
        return after;
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7E || c < 0x20 && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasHalfPair(String text) {
        return !Utf16.isSound(text.replace("\0", ""));
    }

    /** C1 controls stay for now: UTF-8 read as Latin-1 is full of them. The soft hyphen stays: it is ư in TCVN3. */
    private static String withoutInvisible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c == 0x7F;
            boolean zeroWidth = c == '\u200B' || c == '\u200E' || c == '\u200F' || c == '\u2060' || c == '\uFEFF';
            if (!control && !zeroWidth) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Words with marks side by side and hardly a syllable: an encoding nobody here knows, or bytes lost on the way. */
    private static boolean isGarbled(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '\u00FF' && Character.isLetter(c) && !Mojibake.isWindows1252(c)) {
                // Another script, or Vietnamese after all.
                return false;
            }
        }
        List<String> evidence = Words.evidence(Words.of(text));
        long clusters = evidence.stream().filter(VietnameseText::hasCluster).count();
        // Languages of western Europe hardly ever write two accented letters side by side.
        return clusters >= 3
                && clusters * 3 >= evidence.size()
                && Words.syllables(evidence) * 10 <= evidence.size() * 3L;
    }

    private static boolean hasCluster(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i - 1) >= 0x80 && word.charAt(i) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    private static Fault broken() {
        return Fault.of(
                "broken-text",
                "",
                "Văn bản có ký tự thay thế (U+FFFD) hoặc ký tự bị cắt đôi: nội dung đã hỏng trước khi đến đây; hãy"
                        + " kiểm tra bảng mã khi xuất từ nguồn.",
                "The text has replacement characters (U+FFFD) or halved ones: it was broken before it came here; check"
                        + " the encoding of the export at the source.");
    }

    private static Fault unknownEncoding() {
        return Fault.of(
                "unknown-encoding",
                "",
                "Văn bản không đọc được: không phải Unicode, TCVN3 (ABC) hay VNI; hãy xuất lại từ nguồn bằng UTF-8.",
                "The text cannot be read: it is no Unicode, TCVN3 (ABC) or VNI; export it again from the source as"
                        + " UTF-8.");
    }
}
