package org.iochub.feed.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.iochub.feed.internal.access.Authenticator;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.Test;

class HttpFaceTest {
    private static final HttpFace.Config CONFIG = new HttpFace.Config() {
        @Override
        public String corsOrigins() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpFace.Config.class;
        }
    };

    @Test
    void isReadyOnceEveryResourceAndTheKeysAreThere() {
        FaceState state = new FaceState();
        HttpFace face = new HttpFace(CONFIG, state);
        Authenticator nobody = authorization -> Optional.empty();
        try (Face other = new Face()) {
            other.resources.forEach(face::addResource);
            assertThat(state.missing()).isPresent();
            face.setAuthenticator(nobody);
            face.setSoap(other.soap);
            await().until(() -> state.missing().isEmpty());
            face.removeResource(other.resources.get(0));
            await().until(() -> state.missing().isPresent());
            face.addResource(other.resources.get(0));
            await().until(() -> state.missing().isEmpty());
            face.unsetSoap(other.soap);
            await().until(() -> state.missing().isPresent());
            face.setSoap(other.soap);
            await().until(() -> state.missing().isEmpty());
            face.unsetAuthenticator(nobody);
            assertThat(state.missing()).isPresent();
        } finally {
            face.stop();
        }
        assertThat(state.missing()).isPresent();
    }
}
