package org.iochub.model.text;

import java.util.List;
import java.util.Locale;

/** What the words before a number say it is; a number that is named as one of these is masked whatever its shape. */
record NumberContext(boolean plus, boolean identity, boolean phone, boolean insurance, boolean account) {
    private static final List<String> IDENTITY = List.of(
            "cccd", "cmnd", "cmt", "cmtnd", "can cuoc", "chung minh", "dinh danh", "ho chieu", "giay to tuy than");
    private static final List<String> PHONE = List.of(
            "sdt", "dien thoai", "dt", "lien he", "lien lac", "goi", "so may", "hotline", "zalo", "phone", "tel");
    private static final List<String> INSURANCE = List.of("bhyt", "bhxh", "bao hiem");
    private static final List<String> ACCOUNT = List.of("stk", "tai khoan");

    /** How far back words count, in characters. */
    private static final int REACH = 48;

    static NumberContext before(String text, int at) {
        String words = Tones.bare(text.substring(Math.max(0, at - REACH), at).toLowerCase(Locale.ROOT));
        return new NumberContext(
                words.endsWith("+"),
                mentions(words, IDENTITY),
                mentions(words, PHONE),
                mentions(words, INSURANCE),
                mentions(words, ACCOUNT));
    }

    /** Whether a number of so many digits is one that the words name. */
    boolean names(int digits) {
        return (identity || phone) && digits >= 8 && digits <= 12
                || insurance && digits >= 10 && digits <= 15
                || account && digits >= 8 && digits <= 19;
    }

    private static boolean mentions(String words, List<String> named) {
        for (String name : named) {
            int at = words.lastIndexOf(name);
            if (at >= 0
                    && (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)))
                    && (at + name.length() == words.length()
                            || !Character.isLetter(words.charAt(at + name.length())))) {
                return true;
            }
        }
        return false;
    }
}
