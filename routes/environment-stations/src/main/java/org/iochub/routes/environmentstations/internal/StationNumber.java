package org.iochub.routes.environmentstations.internal;

final class StationNumber {
    private StationNumber() {}

    static double parse(String text, NumberNotation notation) {
        return Double.parseDouble(text);
    }
}
