package org.iochub.chaos;

import java.util.ArrayList;
import java.util.List;

/** What a run of the proof came to. */
public final class Proof {
    private final List<String> wrong = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int rounds;
    private int kills;
    private long acknowledged;
    private long arrived;
    private long superseded;

    void add(Round round) {
        rounds++;
        round.wrong().forEach(what -> wrong.add(round.fault() + ": " + what));
    }

    void leftOut(String what) {
        leftOut.add(what);
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void sum(Ledger ledger, int killed) {
        Ledger.Totals totals = ledger.totals();
        acknowledged += totals.acknowledged();
        arrived += totals.arrived();
        superseded += totals.superseded();
        kills += killed;
    }

    /** Each in a sentence; empty when nothing was lost, doubled, out of order or delayed. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Rounds that this machine does not allow, and why. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    public int kills() {
        return kills;
    }

    public int rounds() {
        return rounds;
    }

    public long acknowledged() {
        return acknowledged;
    }

    public long arrived() {
        return arrived;
    }

    /** Rows of a table that changed before they were read, and states that came late and stand in the history. */
    public long superseded() {
        return superseded;
    }

    @Override
    public String toString() {
        return String.format(
                "%d rounds, %d kills, %,d records acknowledged, %,d in the feed, %,d replaced by a newer state of theirs before, %s; left out: %s",
                rounds,
                kills,
                acknowledged,
                arrived,
                superseded,
                wrong.isEmpty() ? "none lost, doubled or out of order" : wrong.size() + " things WRONG",
                leftOut.isEmpty() ? "nothing" : String.join("; ", leftOut));
    }
}
