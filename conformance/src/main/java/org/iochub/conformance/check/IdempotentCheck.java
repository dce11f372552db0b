package org.iochub.conformance.check;

import java.util.ArrayList;
import java.util.List;
import org.iochub.api.Delivered;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.Replica;
import org.iochub.model.Text;

/** A message that comes again, as every source sends them, makes no news. */
final class IdempotentCheck implements Check {
    @Override
    public String id() {
        return "idempotent";
    }

    @Override
    public Text title() {
        return Text.of("Cùng dữ liệu gửi lại không đổi gì", "The same input twice changes nothing");
    }

    @Override
    public Outcome run(Examination examination) throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (Replica.Twice twice : examination.replica().twice()) {
            Delivered again = twice.again();
            if (again.accepted() > 0) {
                findings.add(Finding.of(
                        "fixtures/" + twice.fixture().file(),
                        "Gửi lại lần nữa vẫn có " + again.accepted()
                                + " bản ghi được coi là mới; nội dung không được phụ"
                                + " thuộc thời điểm nhận hay thứ tự, và một thông điệp chỉ nên có một trạng thái của mỗi bản"
                                + " ghi khi phiên bản theo thứ tự đến.",
                        again.accepted()
                                + " records count as news when the message comes again; content must not depend"
                                + " on when or in which order it arrives, and where order of arrival decides a message"
                                + " holds one state of a record."));
            }
        }
        return Outcome.of(findings);
    }
}
