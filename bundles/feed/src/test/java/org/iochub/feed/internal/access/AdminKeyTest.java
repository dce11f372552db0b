package org.iochub.feed.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import org.iochub.core.access.AccessKey;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.KeyFile;
import org.iochub.feed.internal.testing.FakeKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeyTest {
    @TempDir
    private Path folder;

    @Test
    void isTheConfiguredOneOrOneKeptInAFile() {
        FakeKeys keys = new FakeKeys();
        AdminKey configured = new AdminKey(config("a-configured-admin-key"), keys, hub());
        await().until(() -> keys.find("a-configured-admin-key")
                .filter(AdminKeyTest::isAdmin)
                .isPresent());
        configured.stop();

        AdminKey made = new AdminKey(config(""), keys, hub());
        String value = KeyFile.read(folder.resolve("keys").resolve("admin.key"));
        await().until(() -> keys.find(value).filter(AdminKeyTest::isAdmin).isPresent());
        made.stop();
        assertThat(keys.list()).hasSize(2);
    }

    private static boolean isAdmin(AccessKey key) {
        return key.grants().admin();
    }

    private Hub hub() {
        return new Hub() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public URI publicUrl() {
                return URI.create("http://localhost");
            }

            @Override
            public Path data() {
                return folder;
            }
        };
    }

    private static AdminKey.Config config(String value) {
        return new AdminKey.Config() {
            @Override
            public String adminKey() {
                return value;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return AdminKey.Config.class;
            }
        };
    }
}
