package org.iochub.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.load.Load;

/** Compares what the sources know they delivered with what the feed and the history hold. */
final class Comparer {
    private static final long PATIENCE_SECONDS = 180;
    private static final long LOOK_MILLIS = 100;

    private final ChaosHub hub;
    private final List<Load> loads;
    private final Ledger ledger;
    private final CountDownLatch never = new CountDownLatch(1);

    Comparer(ChaosHub hub, List<Load> loads, Ledger ledger) {
        this.hub = hub;
        this.loads = loads;
        this.ledger = ledger;
    }

    /** Lets every load come to rest. @return what is wrong, each in a sentence */
    List<String> compare() throws IOException, InterruptedException {
        loads.forEach(Load::pause);
        try {
            List<String> wrong = new ArrayList<>(settle());
            for (Ledger.Missing missing : stillMissing()) {
                wrong.add(missing.report() + " of " + missing.load() + " was acknowledged and is lost");
            }
            ledger.compared();
            wrong.addAll(ledger.violations());
            return wrong;
        } finally {
            loads.forEach(Load::resume);
        }
    }

    private List<String> settle() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            List<Load> busy = unsettled();
            if (busy.isEmpty()) {
                return List.of();
            }
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        List<String> wrong = new ArrayList<>();
        for (Load load : unsettled()) {
            wrong.add(load.id() + " got no acknowledgement within " + PATIENCE_SECONDS + " s: "
                    + hub.json("/api/v1/sources/" + load.id()));
        }
        return wrong;
    }

    private List<Load> unsettled() throws IOException {
        List<Load> busy = new ArrayList<>();
        for (Load load : loads) {
            if (!load.settled()) {
                busy.add(load);
            }
        }
        return busy;
    }

    /** The reader may be a moment behind; a source without acknowledgements, behind its next reading. */
    private List<Ledger.Missing> stillMissing() throws IOException, InterruptedException {
        Set<String> lastOnly =
                loads.stream().filter(Load::lastStateOnly).map(Load::id).collect(Collectors.toSet());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Ledger.Missing> missing;
        do {
            missing = ledger.missing();
            if (missing.isEmpty() || missing.stream().allMatch(Ledger.Missing::newer)) {
                break;
            }
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } while (System.nanoTime() < until);
        List<Ledger.Missing> lost = new ArrayList<>();
        for (Ledger.Missing each : missing) {
            boolean replaced = each.newer() && (lastOnly.contains(each.load()) || inHistory(each));
            if (replaced) {
                ledger.account(each);
            } else {
                lost.add(each);
            }
        }
        return lost;
    }

    /** A state that came after a newer one is not in the feed, but in the record's history. */
    private boolean inHistory(Ledger.Missing missing) throws IOException, InterruptedException {
        JsonNode history = hub.json("/api/v1/records/citizen-report/" + missing.subject() + "/history?limit=100");
        String revision = "" + missing.report().revision();
        return history.findValuesAsText("sourceStatus").contains(revision);
    }
}
