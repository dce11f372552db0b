package org.iochub.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.model.Text;

/** Each raw message gives the changes that its author expects. */
final class FixturesCheck implements Check {
    @Override
    public String id() {
        return "fixtures";
    }

    @Override
    public Text title() {
        return Text.of("Mỗi mẫu cho đúng bản ghi mong đợi", "Every fixture maps to its expected records");
    }

    @Override
    public Outcome run(Examination examination) {
        List<Finding> findings =
                new ArrayList<>(examination.subject().fixtures().mistakes());
        if (examination.cases().isEmpty()) {
            findings.add(Finding.of(
                    "fixtures/",
                    "Không có mẫu nào; hãy đặt một thông điệp thật đã bỏ dữ liệu cá nhân vào đây rồi chạy --accept.",
                    "There is no fixture; put a real message without personal data here and run --accept."));
        }
        boolean records = false;
        for (Examination.Case one : examination.cases()) {
            compare(examination, one).ifPresent(findings::add);
            records |= one.mapped().changes().stream()
                    .anyMatch(change -> !(change instanceof org.iochub.api.Change.Refusal));
        }
        if (!records && !examination.cases().isEmpty()) {
            findings.add(Finding.of(
                    "fixtures/",
                    "Không mẫu nào cho một bản ghi; hãy sửa ánh xạ hoặc thêm một mẫu đúng.",
                    "No fixture gives a single record; mend the mapping or add a sound one."));
        }
        return Outcome.of(findings);
    }

    private static Optional<Finding> compare(Examination examination, Examination.Case one) {
        String file = "fixtures/" + one.fixture().expectedFile();
        Optional<Mapped.Ending> crash =
                one.mapped().ending().filter(ending -> ending.kind() != Mapped.Ending.Kind.REFUSED);
        if (crash.isPresent()) {
            Text why = crash.get().fault().message();
            return Optional.of(Finding.of(
                    "fixtures/" + one.fixture().file(),
                    "Bộ kết nối hỏng khi đọc mẫu (" + why.vi() + "); bản ghi không đọc được phải thành Refusal.",
                    "The adapter broke on the fixture (" + why.en()
                            + "); what it cannot read has to become a Refusal."));
        }
        if (one.fixture().expected().isEmpty()) {
            return Optional.of(Finding.of(
                    file,
                    "Thiếu tệp; hãy chạy ./hub check --accept rồi đọc lại từng giá trị.",
                    "The file is missing; run ./hub check --accept and review each value."));
        }
        ArrayNode actual = examination.json().of(one.mapped());
        JsonNode expected;
        try {
            expected = examination.json().read(one.fixture().expected().get());
        } catch (IOException e) {
            return Optional.of(
                    Finding.of(file, "Không phải JSON: " + e.getMessage(), "This is no JSON: " + e.getMessage()));
        }
        return Difference.between(expected, actual).map(difference -> differs(file, difference));
    }

    private static Finding differs(String file, Difference difference) {
        return Finding.of(
                file + " " + difference.path(),
                "Mong đợi " + or(difference.expected(), "không có gì") + ", nhận được "
                        + or(difference.actual(), "không có gì")
                        + "; hãy sửa ánh xạ, hoặc chạy --accept nếu giá trị mới"
                        + " đúng.",
                "Expected " + or(difference.expected(), "nothing") + ", got " + or(difference.actual(), "nothing")
                        + "; mend the mapping, or run --accept if the new value is right.");
    }

    private static String or(String text, String nothing) {
        return text.isEmpty() ? nothing : text;
    }
}
