package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.core.source.SourceState;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
    private static final Optional<Duration> AN_HOUR = Optional.of(Duration.ofHours(1));
    private Instant now = Instant.parse("2026-03-01T01:00:00Z");
    private final StatusBoard board = new StatusBoard(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aSourceThatIsSilentForLongerThanAgreedSaysSinceWhen() {
        board.started();
        board.succeeded(new Delivered(1, 0, 0, 0, 1), Optional.empty());
        now = now.plus(Duration.ofMinutes(59));
        assertThat(board.snapshot(AN_HOUR).detail()).isEmpty();

        now = now.plus(Duration.ofMinutes(2));
        StatusBoard.Snapshot silent = board.snapshot(AN_HOUR);
        assertThat(silent.state()).isEqualTo(SourceState.RUNNING);
        assertThat(silent.detail()).isEqualTo("silent");
        assertThat(silent.sentence().vi()).contains("01/03/2026 08:00", "1h", "đơn vị quản lý");
        assertThat(board.snapshot(Optional.empty()).detail()).isEmpty();

        board.succeeded(new Delivered(0, 0, 0, 0, 0), Optional.empty());
        assertThat(board.snapshot(AN_HOUR).detail()).isEmpty();
    }

    @Test
    void whatIsWrongAnywayIsNotCoveredBySilence() {
        board.set(SourceState.STOPPED, "", org.iochub.model.Text.of("Đã dừng.", "Stopped."));
        now = now.plus(Duration.ofDays(2));
        assertThat(board.snapshot(AN_HOUR).sentence().en()).isEqualTo("Stopped.");
    }

    @Test
    void aConcernStandsWhileItRunsAndIsTakenAway() {
        board.started();
        board.concern(Optional.of(org.iochub.model.Text.of("Trạm A im lặng.", "Station A is silent.")));
        board.succeeded(new Delivered(1, 0, 0, 0, 1), Optional.empty());
        assertThat(board.snapshot(AN_HOUR).detail()).isEqualTo("concern");
        assertThat(board.snapshot(AN_HOUR).sentence().en()).isEqualTo("Station A is silent.");

        board.set(SourceState.WAITING, "unreachable", org.iochub.model.Text.of("Mất kết nối.", "Unreachable."));
        assertThat(board.snapshot(AN_HOUR).sentence().en()).isEqualTo("Unreachable.");

        board.concern(Optional.empty());
        board.succeeded(new Delivered(1, 0, 0, 0, 1), Optional.empty());
        assertThat(board.snapshot(AN_HOUR).detail()).isEmpty();
    }
}
