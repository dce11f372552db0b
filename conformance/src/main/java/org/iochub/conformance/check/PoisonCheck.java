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
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.Text;

/** A record that cannot be read goes to quarantine alone. */
final class PoisonCheck implements Check {
    @Override
    public String id() {
        return "poison";
    }

    @Override
    public Text title() {
        return Text.of("Bản ghi hỏng bị cách ly, bản sau vẫn qua", "A poison record is refused, the next one passes");
    }

    @Override
    public Outcome run(Examination examination) throws IOException {
        List<Finding> findings = new ArrayList<>();
        boolean tried = false;
        for (Examination.Case one : examination.cases()) {
            tried |= one.fixture().poison() ? asWritten(one, findings) : garbled(examination, one, findings);
        }
        if (!tried) {
            findings.add(Finding.of(
                    "fixtures/",
                    "Không mẫu nào cho thử bản ghi hỏng; hãy thêm một mẫu có từ hai bản ghi, hoặc mẫu poison với một bản"
                            + " ghi hỏng đứng trước một bản ghi đúng.",
                    "No fixture lets a poison record be tried; add one with two records or more, or a case poison with a"
                            + " broken record before a sound one."));
        }
        return Outcome.of(findings);
    }

    /** A case that its author broke: something is refused, and something behind it passes. */
    private static boolean asWritten(Examination.Case one, List<Finding> findings) {
        List<Change> changes = one.mapped().changes();
        int refused = 0;
        while (refused < changes.size() && !(changes.get(refused) instanceof Change.Refusal)) {
            refused++;
        }
        boolean passes = changes.stream().skip(refused).anyMatch(change -> !(change instanceof Change.Refusal));
        if (refused == changes.size() || !passes) {
            findings.add(Finding.of(
                    "fixtures/" + one.fixture().file(),
                    "Mẫu poison phải có một bản ghi bị từ chối và sau đó một bản ghi được nhận.",
                    "A case poison has to have a refused record and one behind it that is taken."));
        }
        return true;
    }

    /** Whether the fixture has a record in the middle that can be found and spoiled. */
    private static boolean garbled(Examination examination, Examination.Case one, List<Finding> findings)
            throws IOException {
        byte[] message = one.fixture().raw();
        List<Bytes.Stretch> records = records(one, message);
        if (records.size() < 2) {
            return false;
        }
        Bytes.Stretch victim = records.get((records.size() - 1) / 2);
        byte[] part = java.util.Arrays.copyOfRange(message, victim.from(), victim.to());
        boolean line = (victim.from() == 0 || message[victim.from() - 1] == '\n')
                && (victim.to() == message.length || message[victim.to()] == '\n' || message[victim.to()] == '\r');
        byte[] body = Bytes.replace(message, victim, Garbler.spoil(part, line));
        Mapped mapped = examination.map(one.fixture(), body, Examination.CLOCK);
        List<String> wanted = others(examination, one, message, victim);
        List<String> got = mapped.changes().stream()
                .filter(change -> !(change instanceof Change.Refusal))
                .map(change -> examination.json().of(change).toString())
                .toList();
        boolean refused =
                mapped.ending().isPresent() || mapped.changes().stream().anyMatch(Change.Refusal.class::isInstance);
        String where = "fixtures/" + one.fixture().file() + " @" + victim.from();
        if (!refused) {
            findings.add(Finding.of(
                    where,
                    "Bản ghi bị làm hỏng không bị từ chối mà biến mất; hãy trả về Refusal.",
                    "A record that was garbled is not refused but gone; return a Refusal."));
        }
        missing(one.fixture(), wanted, got, mapped).ifPresent(findings::add);
        return true;
    }

    private static Optional<Finding> missing(Fixture fixture, List<String> wanted, List<String> got, Mapped mapped) {
        List<String> lost = new ArrayList<>(wanted);
        got.forEach(lost::remove);
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        String why = mapped.ending().map(ending -> ending.fault().code()).orElse("");
        return Optional.of(Finding.of(
                "fixtures/" + fixture.file(),
                "Một bản ghi hỏng ở giữa làm mất " + lost.size() + " bản ghi khác"
                        + (why.isEmpty() ? "" : " (" + why + ")") + "; hãy từ chối riêng nó rồi đọc tiếp.",
                "A garbled record in the middle costs " + lost.size() + " others"
                        + (why.isEmpty() ? "" : " (" + why + ")") + "; refuse it alone and read on."));
    }

    /** The stretches of the message that became records, in order, none within another. */
    private static List<Bytes.Stretch> records(Examination.Case one, byte[] message) throws IOException {
        List<Bytes.Stretch> found = new ArrayList<>();
        for (Change change : one.mapped().changes()) {
            Optional<Bytes.Stretch> stretch = Bytes.find(message, Bytes.of(change.raw()));
            if (!(change instanceof Change.Refusal) && stretch.isPresent() && fits(found, stretch.get(), message)) {
                found.add(stretch.get());
            }
        }
        return found;
    }

    private static boolean fits(List<Bytes.Stretch> found, Bytes.Stretch one, byte[] message) {
        boolean whole = one.to() - one.from() == message.length;
        return !whole && found.stream().allMatch(other -> one.from() >= other.to() || one.to() <= other.from());
    }

    /** What has to come all the same: every change that does not come from the victim. */
    private static List<String> others(
            Examination examination, Examination.Case one, byte[] message, Bytes.Stretch victim) throws IOException {
        List<String> others = new ArrayList<>();
        for (Change change : one.mapped().changes()) {
            boolean hit = Bytes.find(message, Bytes.of(change.raw()))
                    .filter(victim::equals)
                    .isPresent();
            if (!hit && !(change instanceof Change.Refusal) && !(change instanceof Change.ListComplete)) {
                others.add(examination.json().of(change).toString());
            }
        }
        return others;
    }
}
