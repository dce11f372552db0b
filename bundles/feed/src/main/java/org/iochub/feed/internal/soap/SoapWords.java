package org.iochub.feed.internal.soap;

import java.util.Map;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.model.Text;

/** Says in a SOAP client's terms what is said of query parameters and links elsewhere. */
final class SoapWords {
    private static final Map<String, Text> PARAMETERS = Map.of(
            "after",
            Text.of(
                    "Con trỏ không hợp lệ: dùng nguyên văn phần tử next của câu trả lời trước, hoặc bỏ after để đọc từ"
                            + " đầu.",
                    "Not a cursor of this hub: use the element next of the answer before as it is, or leave after out to"
                            + " read from the start."),
            "since",
            Text.of(
                    "since phải là thời điểm có múi giờ, ví dụ 2026-01-31T08:00:00+07:00.",
                    "since must be a time with an offset, such as 2026-01-31T08:00:00+07:00."));
    private static final Text GONE = Text.of(
            "Con trỏ này không còn dùng được; hãy đọc lại trạng thái bằng readRecords rồi theo tiếp từ phần tử feed.",
            "This cursor is of no use any more; read the state again with readRecords and go on from its element feed.");

    private SoapWords() {}

    static Problem of(Problem problem) {
        Text text = problem.status() == 410
                ? GONE
                : PARAMETERS.getOrDefault(String.valueOf(problem.members().get("parameter")), problem.detail());
        return new Problem(problem.status(), problem.code(), text, problem.members(), problem.headers());
    }
}
