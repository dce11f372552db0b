package org.iochub.core.erasure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.core.archive.ArchiveEraser;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.model.RecordId;
import org.junit.jupiter.api.Test;

/** What the store has noted reaches the archive, at once or as soon as that lets it. */
class HubErasuresTest {
    private final List<ErasedMessage> noted = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private boolean full;

    private final ErasureStore store = new ErasureStore() {
        @Override
        public Optional<ErasureReport> erase(String type, RecordId id) {
            note("a", "m" + noted.size());
            return Optional.of(
                    new ErasureReport(1, 0, 0, 7, List.of(noted.get(noted.size() - 1)), ErasureReport.Archived.none()));
        }

        @Override
        public List<ErasedMessage> after(long number, int limit) {
            return noted.stream()
                    .filter(each -> each.number() > number)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<Instant> erased(String source, String message) {
            return Optional.empty();
        }
    };
    private final ArchiveEraser archive = (source, messages) -> {
        if (full) {
            throw new IOException("disk full");
        }
        messages.forEach(each -> removed.add(source + "/" + each.message()));
        return messages.size();
    };

    private void note(String source, String message) {
        noted.add(new ErasedMessage(noted.size() + 1, source, message, Instant.EPOCH));
    }

    @Test
    void aReportSaysWhatTheArchiveDid() {
        HubErasures erasures = new HubErasures(store, archive);
        var archived = erasures.erase("dossier", new RecordId("a".repeat(32)))
                .orElseThrow()
                .archived();
        assertThat(archived).isEqualTo(new ErasureReport.Archived(1, Optional.empty()));
        assertThat(removed).containsExactly("a/m0");
    }

    @Test
    void whatTheDiskDidNotLetIsDoneLater() {
        HubErasures erasures = new HubErasures(store, archive);
        full = true;
        assertThat(erasures.erase("dossier", new RecordId("a".repeat(32)))
                        .orElseThrow()
                        .archived()
                        .pending()
                        .orElseThrow())
                .contains("disk full");
        erasures.catchUp();
        assertThat(removed).isEmpty();
        full = false;
        erasures.catchUp();
        erasures.catchUp();
        assertThat(removed).containsExactly("a/m0");
    }

    @Test
    void aStartRemovesEverythingEverNotedAndThenWhatIsNew() {
        for (int i = 0; i < 2_500; i++) {
            note(i % 2 == 0 ? "a" : "b", "m" + i);
        }
        HubErasures erasures = new HubErasures(store, archive);
        erasures.catchUp();
        assertThat(removed).hasSize(2_500).contains("a/m0", "b/m2499");
        note("a", "from another node");
        erasures.catchUp();
        assertThat(removed).hasSize(2_501);
    }
}
