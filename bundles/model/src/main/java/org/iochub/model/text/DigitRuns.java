package org.iochub.model.text;

import java.util.ArrayList;
import java.util.List;

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

    private static final List<String> IDENTITY_WORDS = List.of(
            "cccd", "cmnd", "cmt", "cmtnd", "can cuoc", "chung minh", "dinh danh", "ho chieu", "giay to tuy than");
    private static final List<String> PHONE_WORDS = List.of(
            "sdt", "dien thoai", "dt", "lien he", "lien lac", "goi", "so may", "hotline", "zalo", "phone", "tel");
    private static final List<String> INSURANCE_WORDS = List.of("bhyt", "bhxh", "bao hiem");
    private static final List<String> ACCOUNT_WORDS = List.of("stk", "tai khoan");

    private DigitRuns() {}

    static void addNumbers(String text, boolean[] code, List<int[]> spans, int context) {
        List<Group> run = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            if (!isDigit(text.charAt(i)) || code[i]) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && isDigit(text.charAt(end)) && !code[end]) {
                end++;
            }
            Group group = new Group(i, end);
            if (!run.isEmpty() && !joined(text, run.get(run.size() - 1).end(), i)) {
                addNumbers(text, run, spans, context);
                run.clear();
            }
            run.add(group);
            i = end;
        }
        addNumbers(text, run, spans, context);
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

    private static void addNumbers(String text, List<Group> run, List<int[]> spans, int context) {
        if (run.isEmpty()) {
            return;
        }
        int first = run.get(0).start();
        String before = FreeTextMask.bareContext(text, Math.max(0, first - context), first);
        for (int i = 0; i < run.size(); ) {
            int last = longest(text, run, i, before);
            if (last < i) {
                i++;
            } else {
                spans.add(new int[] {run.get(i).start(), run.get(last).end()});
                i = last + 1;
            }
        }
    }

    /** The last group of the longest number that starts with group {@code i}; -1 when none does. */
    private static int longest(String text, List<Group> run, int i, String before) {
        if (isDate(text, run, i)) {
            return -1;
        }
        StringBuilder digits = new StringBuilder();
        int found = -1;
        for (int j = i; j < run.size() && digits.length() <= 20; j++) {
            digits.append(text, run.get(j).start(), run.get(j).end());
            boolean plus = i == 0 && before.endsWith("+");
            if (identifies(digits.toString(), plus, before)) {
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

    private static boolean identifies(String digits, boolean plus, String before) {
        return isPhone(digits, plus)
                || isPersonalNumber(digits)
                || isNamed(digits, before, IDENTITY_WORDS, 8, 12)
                || isNamed(digits, before, PHONE_WORDS, 8, 12)
                || isNamed(digits, before, INSURANCE_WORDS, 10, 15)
                || isNamed(digits, before, ACCOUNT_WORDS, 8, 19);
    }

    private static boolean isPhone(String digits, boolean plus) {
        String national = digits;
        if (digits.startsWith("0084")) {
            national = digits.substring(4);
        } else if (digits.startsWith("84") && (plus || digits.length() >= 11)) {
            national = digits.substring(2);
        } else if (!digits.startsWith("0")) {
            return false;
        }
        String number = national.startsWith("0") ? national.substring(1) : national;
        // Mobile; mobile of eleven digits until 2018; fixed line with its area code.
        return number.matches("[35789]\\d{8}|1[2689]\\d{8}|2\\d{9}");
    }

    private static boolean isPersonalNumber(String digits) {
        return digits.length() == 12
                && digits.charAt(3) <= '3'
                && PROVINCES.contains(" " + digits.substring(0, 3) + " ");
    }

    private static boolean isNamed(String digits, String before, List<String> words, int min, int max) {
        return digits.length() >= min && digits.length() <= max && mentions(before, words);
    }

    private static boolean mentions(String before, List<String> words) {
        for (String word : words) {
            int at = before.lastIndexOf(word);
            if (at >= 0
                    && (at == 0 || !Character.isLetterOrDigit(before.charAt(at - 1)))
                    && (at + word.length() == before.length()
                            || !Character.isLetter(before.charAt(at + word.length())))) {
                return true;
            }
        }
        return false;
    }
}
