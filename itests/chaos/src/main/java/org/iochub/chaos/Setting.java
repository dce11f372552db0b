package org.iochub.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.iochub.chaos.fault.Scene;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.load.FolderLoad;
import org.iochub.chaos.load.FtpLoad;
import org.iochub.chaos.load.JdbcLoad;
import org.iochub.chaos.load.Load;
import org.iochub.chaos.load.MqttLoad;
import org.iochub.chaos.load.PushLoad;

/** A started hub with five sources of different acknowledgements under load, and a reader. */
final class Setting implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ChaosHub hub;
    private final Ledger ledger = new Ledger();
    private final List<Load> loads;
    private final MqttLoad mqtt;
    private final Scene scene;
    private Follower follower;

    /** @param environment of the hub's command */
    Setting(Path command, Path folder, Map<String, String> environment, Random random)
            throws IOException, SQLException {
        mqtt = new MqttLoad("chaos-mqtt", ledger, new Random(random.nextLong()));
        String password = mqtt.password();
        Map<String, String> all = new HashMap<>(environment);
        all.put("CHAOS_PASSWORD", password);
        hub = new ChaosHub(command, Files.createDirectories(folder.resolve("hub")), all);
        loads = List.of(
                new FolderLoad("chaos-file", ledger, hub.data().resolve("inbox/chaos-file")),
                new FtpLoad("chaos-ftp", ledger, folder.resolve("ftp"), password, new Random(random.nextLong())),
                new PushLoad("chaos-push", ledger, hub),
                mqtt,
                new JdbcLoad("chaos-jdbc", ledger, password, new Random(random.nextLong())));
        scene = new Scene(hub, loads, ledger, random);
    }

    Scene scene() {
        return scene;
    }

    /** Returns when everything is under load. */
    void start() throws IOException, InterruptedException {
        hub.put("etc", "org.iochub.tenant-quang-ngai.cfg", "name.vi = Quảng Ngãi\nname.en = Quang Ngai\nareas = 51\n");
        for (Load load : loads) {
            hub.put("deploy", load.id() + ".yaml", load.source());
        }
        hub.start();
        for (Load load : loads) {
            scene.await(
                    load.id() + " runs",
                    PATIENCE,
                    () -> hub.json("/api/v1/sources/" + load.id())
                            .path("state")
                            .asText()
                            .equals("running"));
            load.connect(hub);
        }
        scene.await("the hub subscribed", PATIENCE, mqtt::subscribed);
        follower = new Follower(hub, ledger);
        loads.forEach(Load::start);
        loads.forEach(Load::resume);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            if (follower != null) {
                follower.close();
            }
            for (Load load : loads) {
                load.close();
            }
        } finally {
            hub.close();
        }
    }
}
