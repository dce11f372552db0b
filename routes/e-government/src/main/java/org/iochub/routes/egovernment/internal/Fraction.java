package org.iochub.routes.egovernment.internal;

/** A share that adds up exactly: three thirds are a whole. */
record Fraction(long part, long of) {
    static final Fraction WHOLE = new Fraction(1, 1);

    Fraction over(int heirs) {
        return new Fraction(part, Math.multiplyExact(of, (long) heirs));
    }

    Fraction plus(Fraction other) {
        long sum = Math.addExact(Math.multiplyExact(part, other.of), Math.multiplyExact(other.part, of));
        long below = Math.multiplyExact(of, other.of);
        long divisor = divisor(sum, below);
        return new Fraction(sum / divisor, below / divisor);
    }

    boolean whole() {
        return part == of;
    }

    /** In billionths, rounded half up. */
    long billionths() {
        return (Math.multiplyExact(part, 1_000_000_000L) + of / 2) / of;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
