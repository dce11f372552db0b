package org.iochub.chaos.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.Report;
import org.iochub.chaos.line.Line;
import org.iochub.chaos.line.Trouble;
import org.iochub.simulators.mqtt.MqttHost;
import org.iochub.simulators.mqtt.Publication;

/**
 * Publishes with QoS 1 to a broker that outlives the hub. What the broker holds for the hub's session no more was
 * acknowledged by the hub.
 */
public final class MqttLoad extends Load {
    private static final long BETWEEN_TRIES_MILLIS = 200;

    private final MqttHost host;
    private final Line line;
    private final List<Report> published = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    public MqttLoad(String id, Ledger ledger, Random random) {
        super(id, ledger);
        host = new MqttHost(id + "-device", id);
        line = new Line(URI.create(host.address()).getPort(), random);
    }

    @Override
    public String source() {
        return Declared.source(id, """
                mqtt:
                  broker: mqtt://127.0.0.1:%d
                  topics: phan-anh
                  clientId: %s
                  user: %s
                  password: "{{password}}"
                """.formatted(line.port(), id, host.user()), "payload.");
    }

    /** What the hub needs to sign in. */
    public String password() {
        return host.password();
    }

    /** Whether the hub has a session, so that nothing is lost from now on. */
    public boolean subscribed() {
        return host.subscribed();
    }

    @Override
    public Set<Trouble> troubles() {
        return EnumSet.of(Trouble.DOWN, Trouble.SLOW, Trouble.HANGING, Trouble.RESETTING, Trouble.HALF, Trouble.AGAIN);
    }

    @Override
    public void trouble(Trouble next) {
        super.trouble(next);
        line.trouble(next == Trouble.AGAIN ? Trouble.NONE : next);
    }

    @Override
    protected void send(String name, List<Report> reports) throws InterruptedException {
        List<Publication> publications = new ArrayList<>();
        for (int i = 0; i < (trouble() == Trouble.AGAIN ? 2 : 1); i++) {
            for (Report report : reports) {
                publications.add(
                        Publication.of("phan-anh", Lines.of(List.of(report)).strip()));
            }
        }
        publish(publications);
        synchronized (published) {
            published.addAll(reports);
        }
    }

    /** A device that hears nothing from a broker on a busy machine says all of it again: at least once is what it promises. */
    private void publish(List<Publication> publications) throws InterruptedException {
        boolean published = false;
        while (!published && !closed()) {
            try {
                host.publish(publications);
                published = true;
            } catch (IllegalStateException e) {
                never.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    protected int collect() {
        synchronized (published) {
            long held = host.held();
            if (held == 0) {
                ledger.acknowledge(published);
                published.clear();
            }
            return (int) held;
        }
    }

    @Override
    protected void shut() throws IOException {
        line.close();
        host.close();
    }
}
