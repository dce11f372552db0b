package org.iochub.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds identifying numbers among the groups of digits of a text, however they are set apart. */
final class DigitRuns {
    private record Group(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** Birthplaces of personal numbers: the codes of the 63 provinces before 01/7/2025, which keep being used. */
    private static final String PROVINCES =
            " 001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030"
                    + " 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070"
                    + " 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096 ";

    /** Mobile; mobile of eleven digits until 2018; fixed line with its area code; all without the leading zero. */
    private static final Pattern PHONE = Pattern.compile("[35789]\\d{8}|1[2689]\\d{8}|2\\d{9}");

    private DigitRuns() {}

    /** Adds the spans of identifying numbers, none of which reaches into the given codes. */
    static void addNumbers(String text, List<int[]> codes, List<int[]> spans) {
        List<Group> run = new ArrayList<>();
        int code = 0;
        for (int i = 0; i < text.length(); i++) {
            if (code < codes.size() && i == codes.get(code)[0]) {
                i = codes.get(code++)[1] - 1;
                continue;
            }
            if (!isDigit(text.charAt(i))) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (!run.isEmpty() && !joined(text, run.get(run.size() - 1).end(), i)) {
                addRun(text, run, spans);
                run.clear();
            }
            run.add(new Group(i, end));
            i = end - 1;
        }
        addRun(text, run, spans);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** At most three separators may stand between the groups of one number. */
    private static boolean joined(String text, int from, int to) {
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (" .-–()\u00A0".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void addRun(String text, List<Group> run, List<int[]> spans) {
        int digits = 0;
        for (Group group : run) {
            digits += group.length();
        }
        if (digits < 8) {
            return;
        }
        NumberContext context = NumberContext.before(text, run.get(0).start());
        for (int i = 0; i < run.size(); ) {
            int last = longest(text, run, i, context);
            if (last < i) {
                i++;
            } else {
                spans.add(new int[] {run.get(i).start(), run.get(last).end()});
                i = last + 1;
            }
        }
    }

    /** The last group of the longest number that starts with group {@code i}; -1 when none does. */
    private static int longest(String text, List<Group> run, int i, NumberContext context) {
        if (isDate(text, run, i)) {
            return -1;
        }
        StringBuilder digits = new StringBuilder();
        int found = -1;
        for (int j = i; j < run.size() && digits.length() <= 20; j++) {
            digits.append(text, run.get(j).start(), run.get(j).end());
            if (context.names(digits.length())
                    || isPersonalNumber(digits)
                    || isPhone(digits, i == 0 && context.plus())) {
                found = j;
            }
        }
        return found;
    }

    /** 09-12-2024 with a time behind it has the digits of a phone number. */
    private static boolean isDate(String text, List<Group> run, int i) {
        if (i + 2 >= run.size()
                || run.get(i).length() > 2
                || run.get(i + 1).length() > 2
                || run.get(i + 2).length() != 4) {
            return false;
        }
        int day = number(text, run.get(i));
        int month = number(text, run.get(i + 1));
        int year = number(text, run.get(i + 2));
        return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year <= 2100;
    }

    private static int number(String text, Group group) {
        return Integer.parseInt(text, group.start(), group.end(), 10);
    }

    private static boolean isPhone(CharSequence digits, boolean plus) {
        if (digits.length() < 10 || digits.length() > 15) {
            return false;
        }
        int from;
        if (starts(digits, "0084")) {
            from = 4;
        } else if (starts(digits, "84") && (plus || digits.length() >= 11)) {
            from = 2;
        } else if (digits.charAt(0) == '0') {
            from = 1;
        } else {
            return false;
        }
        // As in +84 (0) 912 345 678.
        from += from > 1 && digits.charAt(from) == '0' ? 1 : 0;
        return PHONE.matcher(digits.subSequence(from, digits.length())).matches();
    }

    private static boolean starts(CharSequence digits, String start) {
        return digits.subSequence(0, start.length()).equals(start);
    }

    /** Birthplace, then century and sex: 0 to 3 for everyone born before 2100 (Circular 59/2021/TT-BCA, Article 7). */
    private static boolean isPersonalNumber(CharSequence digits) {
        return digits.length() == 12
                && digits.charAt(3) <= '3'
                && PROVINCES.contains(" " + digits.subSequence(0, 3) + " ");
    }
}
