package org.iochub.routes.dossiers.internal;

/** A value as a fault repeats it: short, because a wrong field may hold anything. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String of(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
