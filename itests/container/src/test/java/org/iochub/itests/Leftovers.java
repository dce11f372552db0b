package org.iochub.itests;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Things that must be gone once nobody uses them; held weakly. */
final class Leftovers {
    private final List<WeakReference<Object>> watched = new ArrayList<>();

    void watch(Object thing) {
        watched.add(new WeakReference<>(thing));
    }

    int watched() {
        return watched.size();
    }

    void awaitGone() throws Exception {
        try {
            Await.until("collected", Duration.ofSeconds(60), () -> {
                System.gc();
                return watched.stream().allMatch(reference -> reference.refersTo(null));
            });
        } catch (AssertionError e) {
            throw new AssertionError(
                    watched.stream()
                                    .filter(reference -> !reference.refersTo(null))
                                    .count() + " of " + watched.size() + " are still held",
                    e);
        }
    }
}
