package org.iochub.store.internal.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.whole;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.iochub.api.RawPart;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.model.FaultException;
import org.iochub.store.internal.testing.Databases;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** Interrupts of those who call do the store no harm, and a source that floods waits by itself. */
class InterruptTest extends StoreTest {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }

    @Test
    void interruptedCallersDoNotCloseTheDatabase() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger taken = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String source = "s" + i;
            threads.add(new Thread(() -> writeOn(source, done, taken)));
            threads.add(new Thread(() -> readOn(done)));
        }
        threads.forEach(Thread::start);
        Random random = new Random(7);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        while (System.nanoTime() < until) {
            threads.get(random.nextInt(threads.size())).interrupt();
            Thread.onSpinWait();
            LockSupport.parkNanos(200_000);
        }
        done.set(true);
        for (Thread thread : threads) {
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(store.readiness().missing()).isEmpty();
        int before = taken.get();
        assertThat(before).isPositive();
        take(put("last", "v"));
        assertThat(current("last")).isEqualTo("v");
        reopen();
        assertThat(feed().size()).isGreaterThan(before);
    }

    private void writeOn(String source, AtomicBoolean done, AtomicInteger taken) {
        for (int i = 0; !done.get(); i++) {
            try {
                Entry[] entries = IntStream.range(0, 20)
                        .mapToObj(k -> put(source + "-" + k, source + System.nanoTime()))
                        .toArray(Entry[]::new);
                store.records()
                        .submit(whole(message(source, "m" + i), entries))
                        .thenAccept(d -> taken.incrementAndGet());
                store.records().resume(message(source, "m" + i));
            } catch (InterruptedException e) {
                // As a caller does that is being stopped; this one goes on.
                taken.get();
            } catch (FaultException e) {
                assertThat(e.fault().code()).isEqualTo("interrupted");
                Thread.interrupted();
            }
        }
    }

    private void readOn(AtomicBoolean done) {
        while (!done.get()) {
            try {
                store.feed().read(FeedFilter.all(), 0, 100, 100_000);
                store.reader().current("facility", Sample.id("facility", "s0-1"));
            } catch (FaultException e) {
                // Waiting for a connection was interrupted; nothing else may fail.
                assertThat(e).hasRootCauseInstanceOf(InterruptedException.class);
            }
            Thread.interrupted();
        }
    }

    @Test
    void aSourceWithTooMuchUnderWayWaitsAndOthersDoNot() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        // A raw form that is slow to read holds up its own source's thread only.
        RawPart slow = new RawPart("", () -> {
            try {
                release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InputStream.nullInputStream();
        });
        Thread flood = new Thread(() -> {
            try {
                store.records().submit(whole(message("slow", "m"), Sample.refused("bad", slow)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        flood.start();
        assertThat(take(put("x", "v")).accepted()).isEqualTo(1);
        release.countDown();
        flood.join(30_000);
        List<Batch> many = IntStream.range(0, 50)
                .mapToObj(i -> whole(message("many", "m" + i), put("y", "v" + i)))
                .toList();
        for (Batch batch : many) {
            store.records().submit(batch);
        }
        assertThat(store.records().resume(many.get(49).message())).isEqualTo(Long.MAX_VALUE);
        assertThat(current("y")).isEqualTo("v49");
    }

    @Test
    void aClosedStoreSaysSo() throws Exception {
        store.close();
        assertThat(store.readiness().missing()).isPresent();
        assertThat(store.records().submit(whole(message("a", "m"), put("x", "v"))))
                .isCompletedExceptionally();
    }
}
