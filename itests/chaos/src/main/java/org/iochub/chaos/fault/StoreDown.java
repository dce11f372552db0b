package org.iochub.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.iochub.chaos.load.Load;

/** The database server goes away and comes back; the hub says so meanwhile and goes on by itself. */
public final class StoreDown implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Postgres server;

    public StoreDown(Postgres server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "store down and back";
    }

    @Override
    public Set<Load> strike(Scene scene) throws IOException, InterruptedException {
        server.down();
        try {
            scene.await(
                    "readiness says that the store is gone",
                    PATIENCE,
                    () -> scene.hub().readiness().statusCode() == 503);
            scene.pass(Duration.ofMillis(scene.random().nextInt(4_000)));
        } finally {
            server.up();
        }
        scene.await("readiness is back", PATIENCE, () -> scene.hub().readiness().statusCode() == 200);
        return Fault.all(scene);
    }
}
