package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

/** A hub with one push source of dossiers, two messages in its feed, and a key that reads them. */
final class DossierHub implements AutoCloseable {
    static final int PER_MESSAGE = 7;

    final HubProcess process;
    final String readKey;
    private final String pushKey;
    private int pushed;

    DossierHub(Path data) throws Exception {
        process = new HubProcess(data);
        process.start();
        process.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
        process.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> process.state("one-stop").equals("running"));
        pushKey = process.makeKey("{\"name\":\"pusher\",\"push\":[\"one-stop\"]}");
        readKey = process.makeKey("{\"name\":\"reader\",\"read\":true,\"types\":[\"dossier\"]}");
        push();
        push();
    }

    /** One more message of {@link #PER_MESSAGE} records. */
    void push() throws Exception {
        assertThat(process.post("/api/v1/ingest/one-stop", pushKey, DossierPusher.body(1, pushed++))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Records pushed until now. */
    int records() {
        return PER_MESSAGE * pushed;
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
