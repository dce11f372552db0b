package org.iochub.routes.environmentstations.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a line into groups of five tokens: name, value, unit, time, status. A line holds one group or, with some loggers,
 * all of them. Where tokens are lost or added, the time finds the next group again, so that one broken group does not
 * spoil those behind it.
 */
final class Groups {
    /** @param tokens five of them, or whatever a broken group holds */
    record Group(int number, List<String> tokens) {
        boolean whole() {
            return tokens.size() == SIZE;
        }

        String text() {
            return String.join("\t", tokens);
        }
    }

    private static final int SIZE = 5;
    private static final int TIME = 3;
    private static final Pattern LIKE_A_TIME = Pattern.compile("\\d{14}");

    private Groups() {}

    static List<Group> of(String line) {
        List<String> tokens = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
        tokens.replaceAll(String::strip);
        while (tokens.size() % SIZE != 0 && tokens.get(tokens.size() - 1).isEmpty()) {
            // Some loggers close the line with a tab.
            tokens.remove(tokens.size() - 1);
        }
        return tokens.size() % SIZE == 0 ? byCount(tokens) : byTime(tokens);
    }

    private static List<Group> byCount(List<String> tokens) {
        List<Group> groups = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at += SIZE) {
            groups.add(new Group(groups.size() + 1, List.copyOf(tokens.subList(at, at + SIZE))));
        }
        return groups;
    }

    private static List<Group> byTime(List<String> tokens) {
        List<Group> groups = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (LIKE_A_TIME.matcher(tokens.get(at)).matches()) {
                int end = Math.min(at + SIZE - TIME, tokens.size());
                groups.add(new Group(groups.size() + 1, List.copyOf(tokens.subList(start, end))));
                start = end;
            }
        }
        if (start < tokens.size()) {
            groups.add(new Group(groups.size() + 1, List.copyOf(tokens.subList(start, tokens.size()))));
        }
        return groups;
    }
}
