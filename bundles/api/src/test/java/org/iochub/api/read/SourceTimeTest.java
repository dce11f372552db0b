package org.iochub.api.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;

class SourceTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDateTime WRITTEN = LocalDateTime.parse("2026-03-02T08:00:00");

    private final List<Fault> notes = new ArrayList<>();

    @Test
    void aMissingOffsetIsSuppliedAndNoted() {
        assertThat(MissingOffset.LOCAL.supply(WRITTEN, ZONE, "at").noted("at", notes))
                .isEqualTo(OffsetDateTime.parse("2026-03-02T08:00:00+07:00"));
        assertThat(MissingOffset.UTC.supply(WRITTEN, ZONE, "at").noted("at", notes))
                .isEqualTo(OffsetDateTime.parse("2026-03-02T08:00:00Z"));
        assertThat(notes).hasSize(2).allSatisfy(note -> {
            assertThat(note.code()).isEqualTo("offset-supplied");
            assertThat(note.where()).isEqualTo("at");
        });
    }

    @Test
    void aMissingOffsetIsRefusedWhereItHasToBe() {
        assertThatThrownBy(() -> MissingOffset.REFUSE.supply(WRITTEN, ZONE, "at"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("missing-offset"));
    }

    @Test
    void anExactTimeNeedsNoNote() {
        OffsetDateTime time = OffsetDateTime.parse("2026-03-02T08:00:00+09:00");

        assertThat(SourceTime.exact(time).noted("at", notes)).isEqualTo(time);
        assertThat(notes).isEmpty();
    }
}
