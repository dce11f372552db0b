package org.iochub.conformance.check;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.Replica;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordId;
import org.iochub.model.Text;

/** What a record was does not replace what it has become, however late it arrives. */
final class OlderVersionCheck implements Check {
    private static final Duration LATER = Duration.ofDays(1).plusSeconds(1);

    @Override
    public String id() {
        return "older-version";
    }

    @Override
    public Text title() {
        return Text.of("Phiên bản cũ đến sau không thắng", "An older version that comes late does not win");
    }

    @Override
    public Outcome run(Examination examination) throws Exception {
        List<Upserts.Found> all = Upserts.of(examination);
        if (all.stream().noneMatch(one -> one.version().isPresent())) {
            return Outcome.notApplicable("phiên bản theo thứ tự đến", "order of arrival decides between versions");
        }
        List<Finding> findings = new ArrayList<>();
        steady(examination, findings);
        replayed(examination, all, findings);
        return Outcome.of(findings);
    }

    /** A version that comes from the clock makes every repetition the newest. */
    private static void steady(Examination examination, List<Finding> findings) {
        for (Examination.Case one : examination.cases()) {
            List<Upserts.Found> now = Upserts.of(examination, one.fixture(), one.mapped());
            Mapped mapped = examination.map(one.fixture(), one.fixture().raw(), Clock.offset(Examination.CLOCK, LATER));
            List<Upserts.Found> later = Upserts.of(examination, one.fixture(), mapped);
            for (int i = 0; i < Math.min(now.size(), later.size()); i++) {
                if (!now.get(i).version().equals(later.get(i).version())) {
                    findings.add(Finding.of(
                            now.get(i).where(),
                            "Phiên bản đổi theo thời điểm nhận; hãy lấy từ dữ liệu, hoặc bỏ phiên bản để thứ tự đến quyết"
                                    + " định.",
                            "The version changes with the time of arrival; take it from the data, or give none, so that"
                                    + " order of arrival decides."));
                }
            }
        }
    }

    /** The fixtures once more, the last one first. */
    private static void replayed(Examination examination, List<Upserts.Found> all, List<Finding> findings)
            throws Exception {
        Map<RecordId, Upserts.Found> newest = new HashMap<>();
        Map<RecordId, Set<OptionalLong>> versions = new HashMap<>();
        for (Upserts.Found one : all) {
            if (one.version().isPresent()) {
                versions.computeIfAbsent(one.id(), id -> new HashSet<>()).add(one.version());
                newest.merge(
                        one.id(),
                        one,
                        (a, b) -> a.version().getAsLong() >= b.version().getAsLong() ? a : b);
            }
        }
        if (versions.values().stream().noneMatch(seen -> seen.size() > 1)) {
            findings.add(Finding.of(
                    "fixtures/",
                    "Không có hai mẫu của cùng một bản ghi ở hai phiên bản; hãy thêm một mẫu (ví dụ older) với bản ghi đó"
                            + " lúc trước.",
                    "No two fixtures hold one record in two versions; add a case (such as older) with a record as it was"
                            + " before."));
            return;
        }
        Replica replica = examination.replica();
        List<Examination.Case> cases = examination.cases();
        for (int i = cases.size() - 1; i >= 0; i--) {
            replica.take(cases.get(i).fixture(), cases.get(i).fixture().raw());
        }
        newest.forEach((id, one) -> {
            OptionalLong kept = replica.current(one.type(), id)
                    .map(StoredVersion::key)
                    .map(key -> key.order())
                    .orElse(OptionalLong.empty());
            boolean newer =
                    kept.isPresent() && kept.getAsLong() >= one.version().getAsLong();
            if (versions.get(id).size() > 1 && !newer) {
                findings.add(Finding.of(
                        one.where(),
                        "Bản cũ của " + one.named() + " đã thay bản mới; hãy sửa cách lấy phiên bản.",
                        "An older version of " + one.named()
                                + " replaced the newer one; mend how the version is taken."));
            }
        });
    }
}
