package org.iochub.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.model.PersonalData;
import org.iochub.model.Text;
import org.iochub.model.text.FreeTextMask;

/** What tells who somebody is stands where masking finds it. */
final class PersonalCheck implements Check {
    /** A whole value that reads like a person's name: a family name, then two or three words with capitals. */
    private static final Pattern NAME = Pattern.compile("(Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô"
            + "|Dương|Lý|Đinh|Trương|Lương|Đào|Mai|Cao|Tạ|Hà|Lâm)( \\p{Lu}\\p{Ll}+){2,3}");

    @Override
    public String id() {
        return "personal";
    }

    @Override
    public Text title() {
        return Text.of("Dữ liệu cá nhân nằm đúng trường", "Personal data stands in fields that are classed so");
    }

    @Override
    public Outcome run(Examination examination) {
        List<Finding> findings = new ArrayList<>();
        TreeMap<PersonalData, Set<String>> classes = new TreeMap<>();
        for (Examination.Case one : examination.cases()) {
            one.fixture().attributes().forEach((name, value) -> attribute(one, name, value, findings));
            for (Change change : one.mapped().changes()) {
                change(examination, one, change, findings, classes);
            }
        }
        List<Finding> notes = new ArrayList<>();
        classes.forEach((personal, fields) -> notes.add(Finding.of(
                "",
                (personal == PersonalData.SENSITIVE ? "Dữ liệu cá nhân nhạy cảm: " : "Dữ liệu cá nhân cơ bản: ")
                        + String.join(", ", fields),
                (personal == PersonalData.SENSITIVE ? "Sensitive personal data: " : "Basic personal data: ")
                        + String.join(", ", fields))));
        return Outcome.of(findings.stream().distinct().toList(), notes);
    }

    private static void change(
            Examination examination,
            Examination.Case one,
            Change change,
            List<Finding> findings,
            TreeMap<PersonalData, Set<String>> classes) {
        String where = "fixtures/" + one.fixture().file() + " " + change.raw().position();
        if (change instanceof Change.Upsert<?> upsert) {
            JsonNode data = examination.json().of(change).path("data");
            for (FieldClasses.Value value : FieldClasses.of(upsert.type().dataClass(), data)) {
                String field = upsert.type().name() + "." + value.path();
                if (value.personal() != PersonalData.NONE) {
                    classes.computeIfAbsent(value.personal(), any -> new TreeSet<>())
                            .add(field);
                } else if (value.value().isTextual() && personal(value)) {
                    findings.add(Finding.of(
                            where + " " + field,
                            "Giá trị trông như dữ liệu cá nhân mà trường này không được che; hãy bỏ nó, chuyển sang trường"
                                    + " phù hợp, hoặc dùng HMAC.",
                            "The value looks like personal data, and this field is not masked; leave it out, put it where"
                                    + " it belongs, or use its HMAC."));
                }
            }
        } else if (change instanceof Change.Refusal refusal
                && FreeTextMask.mask(refusal.fault().message().vi())
                        != refusal.fault().message().vi()) {
            findings.add(Finding.of(
                    where,
                    "Câu báo lỗi chép lại dữ liệu cá nhân; hãy chỉ nêu tên trường.",
                    "The sentence of the refusal repeats personal data; name the field only."));
        }
    }

    private static boolean personal(FieldClasses.Value value) {
        String text = value.value().asText();
        boolean number = FreeTextMask.mask(text) != text;
        // Free text is scanned for numbers when it is shown; a name in it cannot be told from a street's.
        return !value.field().freeText() && (number || NAME.matcher(text).matches());
    }

    private static void attribute(Examination.Case one, String name, String value, List<Finding> findings) {
        if (FreeTextMask.mask(value) != value) {
            findings.add(Finding.of(
                    "fixtures/" + one.fixture().name() + ".attributes.properties " + name,
                    "Thuộc tính của thông điệp mang dữ liệu cá nhân; thuộc tính không được che.",
                    "An attribute of the message holds personal data; attributes are never masked."));
        }
    }
}
