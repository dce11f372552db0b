package org.iochub.api.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** 01:30 local time: before the wide reading is due. */
    private static final Instant NOW = Instant.parse("2026-03-01T18:30:00Z");

    private static final Overlap OVERLAP =
            Overlap.of(Duration.ofDays(90), Duration.ofMinutes(10), Duration.ofDays(2), "02:00");
    private static final Instant MARK = Instant.parse("2026-03-01T10:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZONE);

    @Test
    void theFirstGoesBackAsFarAsTold() {
        assertThat(pass(Checkpoint.START).from()).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }

    @Test
    void theNextStartsBehindTheWatermark() {
        Pass first = pass(Checkpoint.START);
        first.taken(page("1", Map.of("a", MARK, "b", MARK.minusSeconds(5))));
        Checkpoint kept =
                Checkpoint.parse(first.finished(LocalDate.of(2026, 3, 2)).text());
        assertThat(kept.watermark()).contains(MARK);
        assertThat(pass(kept).from()).isEqualTo(MARK.minus(Duration.ofMinutes(10)));
    }

    @Test
    void onceADayItStartsFurtherBehind() {
        Clock morning = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZONE);
        Pass wide = Pass.after(marked(), OVERLAP, morning, ZONE);
        assertThat(wide.from()).isEqualTo(MARK.minus(Duration.ofDays(2)));
        Checkpoint after = wide.finished(LocalDate.of(2026, 3, 2));
        assertThat(Pass.after(after, OVERLAP, morning, ZONE).from()).isEqualTo(MARK.minus(Duration.ofMinutes(10)));
    }

    @Test
    void withoutSelectionByTimeItCoversTheHistory() {
        assertThat(Pass.after(marked(), OVERLAP.wholeHistory(), clock, ZONE).from())
                .isEqualTo("2025-12-01T00:00:00Z");
    }

    @Test
    void whatIsKeptWithAPageGoesOnBehindIt() {
        Pass first = pass(Checkpoint.START);
        Page one = page("1", Map.of("a", MARK));
        Checkpoint kept = Checkpoint.parse(first.having(one).text());
        Pass rest = pass(kept);
        assertThat(rest.nextPage()).isEqualTo(2);
        assertThat(rest.from()).isEqualTo(first.from());
        // What shifted meanwhile is not known: once more from the beginning.
        assertThat(rest.finished(LocalDate.of(2026, 3, 2)).progress())
                .hasValueSatisfying(again -> assertThat(again.nextPage()).isEqualTo(1));
    }

    @Test
    void anEntryThatMovedMeansOnceMoreButNotForEver() {
        Checkpoint kept = Checkpoint.START;
        for (int i = 0; i < 3; i++) {
            Pass pass = pass(kept);
            pass.taken(page("1", Map.of("a", MARK)));
            pass.taken(page("2", Map.of("a", MARK.plusSeconds(1 + i))));
            kept = pass.finished(LocalDate.of(2026, 3, 2));
            assertThat(kept.rereads()).isEqualTo(i + 1);
            // The rest of a pass that is read again begins at its first page.
            assertThat(kept.progress()).isPresent();
        }
        Pass last = pass(kept);
        last.taken(page("1", Map.of("a", MARK)));
        last.taken(page("2", Map.of("a", MARK.plusSeconds(9))));
        assertThat(last.finished(LocalDate.of(2026, 3, 2)).watermark()).contains(MARK.plusSeconds(9));
    }

    @Test
    void aTimeOfTheFutureDoesNotHideWhatComes() {
        Pass pass = pass(Checkpoint.START);
        pass.taken(page("1", Map.of("a", MARK, "b", Instant.parse("2099-01-01T00:00:00Z"))));
        assertThat(pass.finished(LocalDate.of(2026, 3, 2)).watermark()).contains(MARK);
    }

    @Test
    void theSamePageUnderEveryNumberIsSaid() {
        Pass pass = pass(Checkpoint.START);
        pass.taken(page("1", Map.of("a", MARK)));
        assertThatThrownBy(() -> pass.check(page("1", Map.of("a", MARK)), "Trang"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().where()).isEqualTo("Trang"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "5", "{\"watermark\":\"yesterday\"}", "{\"documents\":{}}"})
    void whatSomethingElseKeptIsTheStart(String text) {
        assertThat(Checkpoint.parse(text)).isEqualTo(Checkpoint.START);
    }

    private Pass pass(Checkpoint kept) {
        return Pass.after(kept, OVERLAP, clock, ZONE);
    }

    private static Checkpoint marked() {
        return new Checkpoint(Optional.of(MARK), Optional.empty(), 0, Optional.empty());
    }

    private static Page page(String body, Map<String, Instant> changed) {
        return Page.of(body.getBytes(StandardCharsets.UTF_8), 1, changed);
    }
}
