package org.iochub.chaos.fault;

import java.time.Duration;
import java.util.Set;
import org.iochub.chaos.load.Load;

/** One source at a hundred times its rate. */
public final class Flood implements Fault {
    private static final int TIMES = 100;
    private final Duration length;

    public Flood(Duration length) {
        this.length = length;
    }

    @Override
    public String name() {
        return "one source floods at " + TIMES + " times its rate";
    }

    @Override
    public Set<Load> strike(Scene scene) throws InterruptedException {
        Load flooding = scene.loads().get(scene.random().nextInt(scene.loads().size()));
        flooding.flood(TIMES);
        try {
            scene.pass(length);
        } finally {
            flooding.flood(1);
        }
        return Set.of(flooding);
    }
}
