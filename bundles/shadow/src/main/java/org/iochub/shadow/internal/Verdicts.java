package org.iochub.shadow.internal;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iochub.core.shadow.Figures;
import org.iochub.model.Text;

/** What the figures say, in one sentence. */
final class Verdicts {
    private static final int FIELDS_NAMED = 3;

    /** What changes the verdict, and not only its numbers. */
    enum Kind {
        NOTHING,
        IDENTICAL,
        DIFFERENT,
        FAILING
    }

    private Verdicts() {}

    static Kind kind(Figures figures) {
        if (figures.failures() > 0) {
            return Kind.FAILING;
        }
        if (figures.messages() == 0) {
            return Kind.NOTHING;
        }
        return figures.differences() == 0 ? Kind.IDENTICAL : Kind.DIFFERENT;
    }

    /** @param fields how many records differ in each, most first */
    static Text of(Figures figures, Map<String, Long> fields) {
        Text sentence = switch (kind(figures)) {
            case NOTHING -> Text.of("Chưa so thông điệp nào.", "No message was compared yet.");
            case IDENTICAL ->
                Text.of(
                        "Giống hệt trên " + vi(figures.messages()) + " thông điệp (" + vi(figures.records())
                                + " bản ghi).",
                        "Identical on " + en(figures.messages()) + " messages (" + en(figures.records())
                                + " records).");
            case DIFFERENT -> different(figures, fields);
            case FAILING ->
                Text.of(
                        "Bản thử lỗi ở " + vi(figures.failures()) + " trên " + vi(figures.messages()) + " thông điệp"
                                + tail(different(figures, fields).vi(), figures),
                        "The candidate failed on " + en(figures.failures()) + " of " + en(figures.messages())
                                + " messages" + tail(different(figures, fields).en(), figures));
        };
        return figures.skipped() == 0
                ? sentence
                : Text.of(
                        sentence.vi() + " " + vi(figures.skipped()) + " thông điệp không so được.",
                        sentence.en() + " " + en(figures.skipped()) + " messages were not compared.");
    }

    private static String tail(String different, Figures figures) {
        return figures.differences() == 0 ? "." : ". " + different;
    }

    private static Text different(Figures figures, Map<String, Long> fields) {
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        add(vi, en, figures.changed(), "khác nội dung" + named(fields, true), "changed" + named(fields, false));
        add(vi, en, figures.onlyOld(), "chỉ bản đang chạy có", "only of the running version");
        add(vi, en, figures.onlyNew(), "chỉ bản thử có", "only of the candidate");
        add(vi, en, figures.refusedOld(), "chỉ bản đang chạy từ chối", "refused by the running version only");
        add(vi, en, figures.refusedNew(), "chỉ bản thử từ chối", "refused by the candidate only");
        return Text.of(
                "Khác ở " + vi(figures.differences()) + " trên " + vi(figures.records()) + " bản ghi của "
                        + vi(figures.messages()) + " thông điệp: " + String.join(", ", vi) + ".",
                "Different in " + en(figures.differences()) + " of " + en(figures.records()) + " records of "
                        + en(figures.messages()) + " messages: " + String.join(", ", en) + ".");
    }

    private static void add(List<String> vi, List<String> en, long count, String wordsVi, String wordsEn) {
        if (count > 0) {
            vi.add(vi(count) + " " + wordsVi);
            en.add(en(count) + " " + wordsEn);
        }
    }

    private static String named(Map<String, Long> fields, boolean vietnamese) {
        List<String> named = fields.entrySet().stream()
                .limit(FIELDS_NAMED)
                .map(one -> one.getKey() + " " + (vietnamese ? vi(one.getValue()) : en(one.getValue())))
                .toList();
        String more = fields.size() > FIELDS_NAMED ? ", …" : "";
        return named.isEmpty() ? "" : " (" + String.join(", ", named) + more + ")";
    }

    private static String vi(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi")).format(number);
    }

    private static String en(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }
}
