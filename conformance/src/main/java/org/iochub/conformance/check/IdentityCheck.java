package org.iochub.conformance.check;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.RecordId;
import org.iochub.model.Text;

/** A record has one id, whenever and however often it comes, and no two records share one. */
final class IdentityCheck implements Check {
    private static final Duration LATER = Duration.ofDays(1).plusSeconds(1);

    @Override
    public String id() {
        return "identity";
    }

    @Override
    public Text title() {
        return Text.of("Định danh bản ghi ổn định", "Identities are stable");
    }

    @Override
    public Outcome run(Examination examination) {
        List<Finding> findings = new ArrayList<>();
        for (Examination.Case one : examination.cases()) {
            List<Upserts.Found> now = Upserts.of(examination, one.fixture(), one.mapped());
            // A day later, with a normaliser that has read something else before.
            Mapped mapped = examination.map(one.fixture(), one.fixture().raw(), Clock.offset(Examination.CLOCK, LATER));
            List<Upserts.Found> later = Upserts.of(examination, one.fixture(), mapped);
            stable(now, later, findings);
            apart(now, findings);
        }
        return Outcome.of(findings);
    }

    private static void stable(List<Upserts.Found> now, List<Upserts.Found> later, List<Finding> findings) {
        for (int i = 0; i < now.size(); i++) {
            Upserts.Found one = now.get(i);
            if (i >= later.size() || !one.id().equals(later.get(i).id())) {
                findings.add(Finding.of(
                        one.where(),
                        "Cùng thông điệp đọc vào ngày khác cho định danh khác; định danh phải lấy từ chính bản ghi, không"
                                + " từ đồng hồ, thứ tự hay số ngẫu nhiên.",
                        "The same message read on another day gives another id; take the identity from the record itself,"
                                + " not from a clock, an order or chance."));
            }
            if (one.key().isEmpty() || one.key().stream().anyMatch(String::isBlank)) {
                findings.add(Finding.of(
                        one.where(),
                        "Định danh có phần trống; hãy từ chối bản ghi thiếu mã.",
                        "A part of the identity is blank; refuse a record without its code."));
            }
        }
    }

    /** Two states of one record in a message are told apart by their versions. */
    private static void apart(List<Upserts.Found> all, List<Finding> findings) {
        Map<RecordId, Upserts.Found> seen = new HashMap<>();
        for (Upserts.Found one : all) {
            Upserts.Found before = seen.put(one.id(), one);
            if (before != null
                    && before.version().equals(one.version())
                    && !before.upsert().data().equals(one.upsert().data())) {
                findings.add(Finding.of(
                        one.where(),
                        "Hai bản ghi khác nội dung trong một thông điệp có cùng định danh (" + one.named()
                                + ") và cùng phiên bản; bản sau sẽ đè bản trước. Hãy thêm phần phân biệt vào định danh.",
                        "Two records of one message that differ have the same identity (" + one.named()
                                + ") and version, so that one replaces the other; add to the identity what tells them"
                                + " apart."));
            }
        }
    }
}
