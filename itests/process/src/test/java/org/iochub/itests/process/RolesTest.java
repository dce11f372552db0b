package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over SSH each role may what it may and nothing else. */
class RolesTest {
    @TempDir
    Path folder;

    /** A pair of keys of a person, who gets a group. */
    private Path person(HubProcess hub, String name, String group) throws Exception {
        Path key = folder.resolve(name);
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of(System.getProperty("hub.command"))
                                .resolveSibling("tools/hub/ShellKey.java")
                                .toString(),
                        key.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Files.writeString(
                hub.data().resolve("etc/keys.properties"),
                name + " = " + Files.readString(folder.resolve(name + ".pub")).strip() + ",_g_:" + group + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        return key;
    }

    @Test
    void eachRoleMayWhatItMay() throws Exception {
        try (HubProcess hub = new HubProcess(folder.resolve("hub"))) {
            hub.start();
            hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
            hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hub.state("one-stop").equals("running"));
            // Every authority has its figures of quality without anybody configuring them.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> hub.state("quality-quang-ngai").equals("running"));
            Path viewer = person(hub, "an", "viewergroup");
            Path operator = person(hub, "binh", "operatorgroup");
            Path admin = person(hub, "chi", "admingroup");

            for (String line : List.of("hub:sources", "hub:checkpoint one-stop", "hub:cluster", "hub:quality --json")) {
                assertMay(hub, "an", viewer, line, true);
                assertMay(hub, "binh", operator, line, true);
            }
            for (String line : List.of("hub:source-stop one-stop", "hub:source-start one-stop")) {
                assertMay(hub, "an", viewer, line, false);
                assertMay(hub, "binh", operator, line, true);
            }
            for (String line : List.of("hub:keys", "hub:audit", "hub:checkpoint one-stop --reset --confirm")) {
                assertMay(hub, "an", viewer, line, false);
                assertMay(hub, "binh", operator, line, false);
                assertMay(hub, "chi", admin, line, true);
            }
            for (String line : List.of("shell:exec id", "config:list", "system:property user.name")) {
                assertMay(hub, "an", viewer, line, false);
                assertMay(hub, "binh", operator, line, false);
            }
            assertThat(hub.state("one-stop")).isEqualTo("running");
        }
    }

    private static void assertMay(HubProcess hub, String user, Path key, String line, boolean may) throws Exception {
        HubProcess.Ended ended = hub.shellAs(user, key, line);
        assertThat(ended.status() == 0)
                .as(user + " " + line + ": " + ended.out())
                .isEqualTo(may);
    }
}
