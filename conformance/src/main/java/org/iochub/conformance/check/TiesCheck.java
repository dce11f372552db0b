package org.iochub.conformance.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.Replica;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.RecordId;
import org.iochub.model.Text;

/** Two records of the same time are two records, in one message and in two that follow each other. */
final class TiesCheck implements Check {
    @Override
    public String id() {
        return "ties";
    }

    @Override
    public Text title() {
        return Text.of("Bản ghi cùng thời điểm không mất", "Records with equal times are all kept");
    }

    @Override
    public Outcome run(Examination examination) throws Exception {
        List<Upserts.Found> all = Upserts.of(examination);
        if (all.stream().noneMatch(one -> one.version().isPresent())) {
            return Outcome.notApplicable("phiên bản theo thứ tự đến", "order of arrival decides between versions");
        }
        Replica replica = examination.replica();
        List<Finding> findings = new ArrayList<>();
        boolean tied = false;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (ties(all.get(i), all.get(j))) {
                    tied = true;
                    kept(replica, all.get(i), findings);
                    kept(replica, all.get(j), findings);
                }
            }
        }
        tied |= twin(examination, replica, all, findings);
        if (!tied) {
            findings.add(Finding.of(
                    "fixtures/",
                    "Không mẫu nào có hai bản ghi cùng phiên bản; hãy thêm mẫu ties với hai bản ghi cùng thời điểm.",
                    "No fixture has two records of the same version; add a case ties with two records of one time."));
        }
        return Outcome.of(findings.stream().distinct().toList());
    }

    private static boolean ties(Upserts.Found one, Upserts.Found other) {
        return one.version().isPresent()
                && one.version().equals(other.version())
                && one.type().equals(other.type())
                && !one.id().equals(other.id());
    }

    private static void kept(Replica replica, Upserts.Found one, List<Finding> findings) {
        if (replica.current(one.type(), one.id()).isEmpty()) {
            findings.add(lost(one.where(), one.named()));
        }
    }

    private static Finding lost(String where, String named) {
        return Finding.of(
                where,
                "Bản ghi " + named
                        + " mất vì trùng thời điểm với bản ghi khác; đừng bỏ qua bản ghi có thời điểm bằng mốc"
                        + " đã đọc.",
                "The record " + named
                        + " got lost because another one has the same time; do not skip records whose time"
                        + " equals the watermark.");
    }

    /** Puts a record's twin behind it: the same but for its code. Whether a twin could be made. */
    private static boolean twin(
            Examination examination, Replica replica, List<Upserts.Found> all, List<Finding> findings)
            throws IOException, InterruptedException {
        for (Upserts.Found one : all) {
            Fixture fixture = one.fixture();
            Optional<byte[]> body = one.version().isPresent() ? Twin.beside(one, all) : Optional.empty();
            if (body.isEmpty()) {
                continue;
            }
            Mapped mapped = examination.map(fixture, body.get(), Examination.CLOCK);
            Optional<Upserts.Found> twin = Upserts.of(examination, fixture, mapped).stream()
                    .filter(other -> other.type().equals(one.type()) && !known(all, other.id()))
                    .findFirst();
            if (twin.isPresent() && twin.get().version().equals(one.version())) {
                replica.take(fixture, body.get());
                kept(replica, one, findings);
                kept(replica, twin.get(), findings);
                return true;
            }
            if (twin.isEmpty() && refusals(mapped) == refusals(mapped(examination, fixture))) {
                findings.add(lost(one.where(), one.named()));
                return true;
            }
        }
        return false;
    }

    private static Mapped mapped(Examination examination, Fixture fixture) {
        return examination.map(fixture, fixture.raw(), Examination.CLOCK);
    }

    /** A twin that is refused, because its code is none, proves nothing. */
    private static long refusals(Mapped mapped) {
        return mapped.ending().stream().count()
                + mapped.changes().stream()
                        .filter(Change.Refusal.class::isInstance)
                        .count();
    }

    private static boolean known(List<Upserts.Found> all, RecordId id) {
        return all.stream().anyMatch(one -> one.id().equals(id));
    }
}
