package org.iochub.declarative.internal.fetch.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private final Troubles troubles = Troubles.of(
            "hub-x",
            cause -> cause instanceof IllegalStateException ? Optional.of(Text.of("biết", "known")) : Optional.empty());

    @Test
    void namesTheFeatureThatIsMissing() {
        assertThatThrownBy(() -> Library.require("no.such.Client"))
                .satisfies(e -> assertThat(troubles.tell(e).en()).contains("feature:install hub-x"));
        assertThat(troubles.tell(new NoClassDefFoundError("no/such/Client")).vi())
                .contains("feature:install hub-x");
    }

    @Test
    void prefersWhatIsKnownAndThenWhatTheNetworkSaid() {
        assertThat(troubles.tell(new RuntimeException(new IllegalStateException("bi-mat")))
                        .en())
                .isEqualTo("known");
        assertThat(troubles.tell(FaultException.of("x", "", "lỗi", "fault")).en())
                .isEqualTo("fault");
        assertThat(troubles.tell(new RuntimeException(new ConnectException("bi-mat")))
                        .en())
                .contains("cannot be connected to")
                .doesNotContain("bi-mat");
        SSLHandshakeException handshake = new SSLHandshakeException("bi-mat");
        handshake.initCause(new CertificateException("bi-mat"));
        assertThat(troubles.tell(new IOException(handshake)).en())
                .contains("No TLS connection")
                .doesNotContain("bi-mat");
    }

    @Test
    void spansAreReadInBothNotations() {
        assertThat(Span.parse("250ms")).contains(Duration.ofMillis(250));
        assertThat(Span.parse("7d")).contains(Duration.ofDays(7));
        assertThat(Span.parse("PT5M")).contains(Duration.ofMinutes(5));
        assertThat(Span.parse("5 phút")).isEmpty();
        assertThat(Span.parse("")).isEmpty();
    }
}
