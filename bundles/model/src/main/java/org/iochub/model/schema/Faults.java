package org.iochub.model.schema;

import java.math.BigDecimal;
import org.iochub.model.Fault;
import org.iochub.model.PersonalData;

/** The sentences of the validator. */
final class Faults {
    private Faults() {}

    static Fault required(String where) {
        return Fault.of(
                "required",
                where,
                "Thiếu giá trị bắt buộc; hãy bổ sung tại nguồn hoặc trong phép ánh xạ.",
                "A required value is missing; supply it at the source or in the mapping.");
    }

    static Fault tooLong(String where, int length, int max) {
        return Fault.of(
                "too-long",
                where,
                "Văn bản dài " + length + " ký tự, tối đa là " + max + ".",
                "The text has " + length + " characters; the most is " + max + ".");
    }

    static Fault tooMany(String where, int size, int max) {
        return Fault.of(
                "too-many",
                where,
                "Có " + size + " phần tử, tối đa là " + max + ".",
                "There are " + size + " elements; the most is " + max + ".");
    }

    static Fault badPattern(String where, String pattern) {
        return Fault.of(
                "bad-pattern",
                where,
                "Giá trị không đúng mẫu " + pattern + ".",
                "The value does not match the pattern " + pattern + ".");
    }

    static Fault outOfRange(String where, String value, Field field) {
        // A personal number must not reach a log through its fault.
        String shown = field.personal() == PersonalData.NONE ? value + " " : "";
        return Fault.of(
                "out-of-range",
                where,
                "Giá trị " + shown + "nằm ngoài khoảng cho phép" + span(field, " từ ", " đến ") + ".",
                "The value " + shown + "is out of range" + span(field, ", from ", " to ") + ".");
    }

    private static String span(Field field, String from, String to) {
        return (Double.isInfinite(field.min()) ? "" : from + plain(field.min()))
                + (Double.isInfinite(field.max()) ? "" : to + plain(field.max()));
    }

    private static String plain(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    static Fault notANumber(String where) {
        return Fault.of(
                "not-a-number",
                where,
                "Giá trị không phải số hữu hạn; thiếu số liệu thì để trống, không dùng NaN.",
                "The value is no finite number; leave a missing one out instead of NaN.");
    }

    static Fault badText(String where) {
        return Fault.of(
                "bad-text",
                where,
                "Văn bản chứa ký tự NUL hoặc nửa cặp thay thế Unicode; hãy kiểm tra bảng mã của nguồn.",
                "The text contains NUL or half a surrogate pair; check the encoding of the source.");
    }

    static Fault impossibleDate(String where, int year) {
        return Fault.of(
                "impossible-date",
                where,
                "Năm " + year + " nằm ngoài khoảng 1900 đến 2200; hãy kiểm tra định dạng ngày của nguồn.",
                "The year " + year + " is outside 1900 to 2200; check the date format of the source.");
    }

    static Fault badOffset(String where) {
        return Fault.of(
                "impossible-date",
                where,
                "Múi giờ có lẻ giây, không ghi được theo RFC 3339; hãy dùng +07:00.",
                "The offset has seconds, which RFC 3339 cannot hold; use +07:00.");
    }
}
