package org.iochub.store.internal.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.part;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.refused;
import static org.iochub.store.internal.testing.Sample.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.Delivered;
import org.iochub.api.RawPart;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** What was refused. */
public abstract class QuarantineContract extends StoreTest {
    @Test
    void aRefusedRecordIsKeptWithItsRawForm() throws Exception {
        byte[] raw = "Nguyễn Văn A;0912345678;\0".getBytes(StandardCharsets.UTF_8);
        Delivered delivered =
                take(put("x", "one"), refused("impossible-date", RawPart.of("line 2", raw)), put("y", "one"));
        assertThat(delivered).isEqualTo(new Delivered(2, 0, 1, 0, 2));
        Quarantined entry = only();
        assertThat(entry.source()).isEqualTo("a");
        assertThat(entry.tenant()).isEqualTo("ha-noi");
        assertThat(entry.stage()).isEqualTo("normalize");
        assertThat(entry.type()).contains("facility");
        assertThat(entry.fault().code()).isEqualTo("impossible-date");
        assertThat(entry.fault().where()).isEqualTo("field");
        assertThat(entry.message()).isEqualTo("m1");
        assertThat(entry.messageName()).isEqualTo("tệp m1");
        assertThat(entry.position()).isEqualTo("line 2");
        assertThat(entry.rawSize()).isEqualTo(raw.length);
        assertThat(entry.rawHash())
                .isEqualTo(HexFormat.of().formatHex(Texts.sha256().digest(raw)));
        assertThat(entry.rawKept()).isTrue();
        assertThat(entry.excerpt()).isEqualTo("Nguyễn Văn A;##########; ");
        assertThat(entry.adapterVersion()).isEqualTo("1.0.0");
        assertThat(store.quarantine().get(entry.id()).orElseThrow()).isEqualTo(entry);
        assertThat(store.quarantine().raw(entry.id()).orElseThrow().readAllBytes())
                .isEqualTo(raw);
        assertThat(store.quarantine().get(99)).isEmpty();
        assertThat(store.quarantine().raw(99)).isEmpty();
    }

    @Test
    void theSameBrokenRecordInAnotherMessageIsKeptOnce() throws Exception {
        assertThat(take(refused("bad", RawPart.of("line 1", "x")), refused("bad", RawPart.of("line 2", "x")))
                        .quarantined())
                .isEqualTo(2);
        Delivered again = take(refused("bad", RawPart.of("line 1", "x")), refused("worse", RawPart.of("line 1", "x")));
        assertThat(again.quarantined()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(submit(whole(message("b", "m"), refused("bad", RawPart.of("line 1", "x"))))
                        .quarantined())
                .isEqualTo(1);
    }

    @Test
    void ofASensitiveSourceOnlyTheShapeIsKept() throws Exception {
        submit(whole(Sample.sensitive("a", "m"), refused("bad", RawPart.of("line 1", "Nguyễn A;0912 345-678"))));
        Quarantined entry = only();
        assertThat(entry.rawKept()).isFalse();
        assertThat(entry.rawHash()).hasSize(64);
        assertThat(entry.rawSize()).isEqualTo(23);
        assertThat(entry.excerpt()).isEqualTo("xxxxxx x;0000 000-000");
        assertThat(store.quarantine().raw(entry.id())).isEmpty();
    }

    @Test
    void aLargeRawFormIsNeverWhollyInMemory() throws Exception {
        long size = 100L * 1024 * 1024 + 17;
        submit(whole(message("a", "m"), refused("bad", new RawPart("", () -> new Noise(size))), put("x", "one")));
        Quarantined entry = only();
        assertThat(entry.rawSize()).isEqualTo(size);
        MessageDigest digest = Texts.sha256();
        long read = 0;
        try (InputStream in =
                new DigestInputStream(store.quarantine().raw(entry.id()).orElseThrow(), digest)) {
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isEqualTo(size);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(entry.rawHash());
        try (var left = Files.list(settings().temporary())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aRawFormThatCannotBeReadStillHasItsEntry() throws Exception {
        RawPart lost = new RawPart("line 1", () -> {
            throw new IOException("gone");
        });
        assertThat(take(refused("bad", lost), put("x", "one"))).isEqualTo(new Delivered(1, 0, 1, 0, 1));
        assertThat(only().rawSize()).isEqualTo(-1);
        assertThat(only().rawKept()).isFalse();
    }

    @Test
    void pagesAndFilters() throws Exception {
        for (int i = 0; i < 5; i++) {
            submit(whole(
                    message("a", "m" + i), refused("one", Sample.raw("1." + i)), refused("two", Sample.raw("2." + i))));
            submit(whole(message("b", "m" + i), refused("one", Sample.raw("3." + i))));
        }
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(15);
        QuarantineFilter filter = new QuarantineFilter(
                Optional.of(Set.of("a")), Optional.of(Set.of("ha-noi")), Optional.of("normalize"), Optional.of("two"));
        assertThat(store.quarantine().count(filter)).isEqualTo(5);
        List<Quarantined> first = store.quarantine().page(filter, Long.MAX_VALUE, 3);
        List<Quarantined> second = store.quarantine().page(filter, first.get(2).id(), 3);
        assertThat(first).hasSize(3).extracting(Quarantined::id).isSortedAccordingTo((x, y) -> Long.compare(y, x));
        assertThat(second).hasSize(2);
        assertThat(second.get(0).id()).isLessThan(first.get(2).id());
    }

    @Test
    void aMessageThatComesAgainDoesNotDoubleItsEntries() throws Exception {
        submit(part(message("a", "m"), 0, false, refused("bad", Sample.raw("1")), put("x", "one")));
        long from = store.records().resume(message("a", "m"));
        assertThat(from).isEqualTo(2);
        submit(part(message("a", "m"), from, true, refused("bad", Sample.raw("2"))));
        assertThat(store.quarantine().count(QuarantineFilter.all())).isEqualTo(2);
    }

    private Quarantined only() {
        List<Quarantined> all = store.quarantine().page(QuarantineFilter.all(), Long.MAX_VALUE, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** So many bytes that do not compress. */
    private static final class Noise extends InputStream {
        private long left;
        private long state = 42;

        Noise(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            if (left-- <= 0) {
                return -1;
            }
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return (int) (state & 0xff);
        }
    }
}
