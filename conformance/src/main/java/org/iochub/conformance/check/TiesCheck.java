package org.iochub.conformance.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.Replica;
import org.iochub.conformance.adapter.Fixture;
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
        if (!tied) {
            tied = twin(examination, replica, all, findings);
        }
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

    /** Sends a record's twin behind it: the same but for its code. Whether a twin could be made. */
    private static boolean twin(
            Examination examination, Replica replica, List<Upserts.Found> all, List<Finding> findings)
            throws IOException, InterruptedException {
        for (Upserts.Found one : all) {
            Optional<byte[]> body = one.version().isPresent() ? renamed(one) : Optional.empty();
            if (body.isEmpty()) {
                continue;
            }
            Fixture fixture = one.fixture();
            List<Upserts.Found> made =
                    Upserts.of(examination, fixture, examination.map(fixture, body.get(), Examination.CLOCK));
            Optional<Upserts.Found> twin = made.stream()
                    .filter(other -> other.type().equals(one.type()) && !known(all, other.id()))
                    .findFirst();
            if (twin.isPresent() && twin.get().version().equals(one.version())) {
                replica.take(fixture, body.get());
                kept(replica, one, findings);
                kept(replica, twin.get(), findings);
                return true;
            }
        }
        return false;
    }

    private static boolean known(List<Upserts.Found> all, RecordId id) {
        return all.stream().anyMatch(one -> one.id().equals(id));
    }

    /** The message with the last digit or letter of the record's code changed. */
    private static Optional<byte[]> renamed(Upserts.Found one) throws IOException {
        byte[] message = one.fixture().raw();
        byte[] part = Bytes.of(one.upsert().raw());
        Optional<Bytes.Stretch> where = Bytes.find(message, part);
        for (String code : one.key()) {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            Optional<Bytes.Stretch> within = Bytes.find(part, bytes);
            byte last = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
            if (where.isPresent() && within.isPresent() && Character.isLetterOrDigit(last)) {
                byte[] other = part.clone();
                other[within.get().to() - 1] =
                        (byte) (last == '9' ? '8' : last == 'z' || last == 'Z' ? last - 1 : last + 1);
                return Optional.of(Bytes.replace(message, where.get(), other));
            }
        }
        return Optional.empty();
    }
}
