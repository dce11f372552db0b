package org.iochub.core.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubIdentityTest {
    @TempDir
    private Path folder;

    @Test
    void keepsARandomNameOverRestarts() {
        String id = hub("", "", "127.0.0.1").id();
        assertThat(id)
                .matches("hub-[0-9a-f]{12}")
                .isEqualTo(hub("", "", "127.0.0.1").id());
        assertThat(hub("vinh-long", "", "127.0.0.1").id()).isEqualTo("vinh-long");
    }

    @Test
    void tellsHowReadersReachIt() {
        assertThat(hub("a", "", "127.0.0.1").publicUrl()).hasToString("http://127.0.0.1:8181");
        assertThat(hub("a", "", "0.0.0.0").publicUrl()).hasToString("http://127.0.0.1:8181");
        assertThat(hub("a", "", "::1").publicUrl()).hasToString("http://[::1]:8181");
        assertThat(hub("a", "https://hub.example.vn/ioc/", "127.0.0.1").publicUrl())
                .hasToString("https://hub.example.vn/ioc");
    }

    @Test
    void refusesWhatCannotBe() {
        for (String id : new String[] {"a b", "-a", "a".repeat(33), "số"}) {
            assertThatThrownBy(() -> hub(id, "", "127.0.0.1")).hasMessageContaining("id");
        }
        for (String url : new String[] {"hub.example.vn", "ftp://x", "http://x/?a=b"}) {
            assertThatThrownBy(() -> hub("a", url, "127.0.0.1")).hasMessageContaining("publicUrl");
        }
    }

    private HubIdentity hub(String id, String publicUrl, String bind) {
        return new HubIdentity(new HubConfig() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String data() {
                return folder.toString();
            }

            @Override
            public String publicUrl() {
                return publicUrl;
            }

            @Override
            public String bind() {
                return bind;
            }

            @Override
            public int port() {
                return 8181;
            }

            @Override
            public boolean tls() {
                return false;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return HubConfig.class;
            }
        });
    }
}
