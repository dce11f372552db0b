package org.iochub.api.read;

/** A value as a fault repeats it: short, because a wrong field may hold anything. */
public final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    public static String of(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
