package org.iochub.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.chaos.line.Trouble;
import org.iochub.chaos.load.Load;

/** Some sources are down, slow, hang, reset, send half of a file or the same file again, all at once; the others go on. */
public final class SourceTrouble implements Fault {
    private final Duration length;
    private final int sources;
    private volatile String last = "";

    /** @param sources how many are hit at a time */
    public SourceTrouble(Duration length, int sources) {
        this.length = length;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "trouble at sources" + (last.isEmpty() ? "" : " " + last);
    }

    @Override
    public Set<Load> strike(Scene scene) throws InterruptedException {
        List<Load> shuffled = new ArrayList<>(scene.loads());
        Collections.shuffle(shuffled, scene.random());
        List<Load> hit = shuffled.subList(0, sources);
        TreeMap<String, Trouble> what = new TreeMap<>();
        for (Load load : hit) {
            List<Trouble> possible =
                    List.copyOf(load.troubles()).stream().sorted().toList();
            Trouble trouble = possible.get(scene.random().nextInt(possible.size()));
            what.put(load.id(), trouble);
            load.trouble(trouble);
        }
        last = what.toString();
        try {
            scene.pass(length);
        } finally {
            hit.forEach(load -> load.trouble(Trouble.NONE));
        }
        return Set.copyOf(hit);
    }
}
