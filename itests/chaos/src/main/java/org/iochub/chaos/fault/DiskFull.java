package org.iochub.chaos.fault;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.iochub.chaos.load.Load;

/**
 * The disk with the store and the archive fills up and is freed. Meanwhile nothing is acknowledged, readiness says why in a
 * sentence, and what was taken can be read; afterwards the hub goes on by itself.
 */
public final class DiskFull implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What was taken just before may be noticed by its source a moment later. */
    private static final Duration UNDER_WAY = Duration.ofMillis(1_500);

    private final SmallDisk disk;

    public DiskFull(SmallDisk disk) {
        this.disk = disk;
    }

    @Override
    public String name() {
        return "disk full and freed";
    }

    @Override
    public Optional<String> impossible() {
        return disk.impossible();
    }

    @Override
    public Set<Load> strike(Scene scene) throws IOException, InterruptedException {
        try {
            // To the last byte, or until a little is left.
            disk.fill(scene.random().nextBoolean() ? 0 : 8L << 20);
            scene.await("readiness says that the disk is full", PATIENCE, () -> {
                HttpResponse<String> ready = scene.hub().readiness();
                return ready.statusCode() == 503 && ready.body().contains("free at least");
            });
            scene.await(
                    "a source says that the disk is full",
                    PATIENCE,
                    () -> scene.hub().json("/api/v1/sources").toString().contains("free at least"));
            scene.hub().json("/api/v1/feeds/citizen-report?limit=1");
            scene.pass(UNDER_WAY);
            long before = acknowledged(scene);
            scene.pass(Duration.ofMillis(1_500L + scene.random().nextInt(2_000)));
            if (acknowledged(scene) > before) {
                scene.ledger().violate("something was acknowledged while the disk was full");
            }
        } finally {
            disk.free();
        }
        scene.await("readiness is back", PATIENCE, () -> scene.hub().readiness().statusCode() == 200);
        return Fault.all(scene);
    }

    /** Rows in a source's own database are acknowledged by nobody. */
    private static long acknowledged(Scene scene) {
        return scene.loads().stream()
                .filter(load -> !load.lastStateOnly())
                .mapToLong(load -> scene.ledger().acknowledged(load.id()))
                .sum();
    }
}
