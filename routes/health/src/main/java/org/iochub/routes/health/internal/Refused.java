package org.iochub.routes.health.internal;

import org.iochub.model.FaultException;

/**
 * The faults of this source. None repeats a value of a patient's file: a wrong column may hold a name or a number, and
 * faults are kept and shown.
 */
final class Refused {
    private Refused() {}

    static FaultException missing(String field) {
        return FaultException.of(
                "missing-field",
                field,
                "Thiếu «" + field + "»; hãy bổ sung ở cơ sở rồi gửi lại cả gói.",
                "«" + field + "» is missing; add it at the facility and send the whole package again.");
    }

    static FaultException repeated(String field) {
        return FaultException.of(
                "repeated-field",
                field,
                "«" + field + "» có mặt hơn một lần ở nơi chỉ được có một; hãy sửa ở cơ sở rồi gửi lại cả gói.",
                "«" + field + "» stands more than once where one is allowed; mend it at the facility and send the whole"
                        + " package again.");
    }

    static FaultException badDate(String field, String shape) {
        return FaultException.of(
                "impossible-date",
                field,
                "«" + field + "» không phải một thời điểm có thật dạng " + shape
                        + "; hãy sửa ở cơ sở rồi gửi lại cả gói.",
                "«" + field + "» is no real time of the form " + shape
                        + "; mend it at the facility and send the whole package again.");
    }

    static FaultException datesOutOfOrder() {
        return FaultException.of(
                "impossible-date",
                "NGAY_RA",
                "NGAY_RA sớm hơn NGAY_VAO; hãy sửa ở cơ sở rồi gửi lại cả gói.",
                "NGAY_RA lies before NGAY_VAO; mend it at the facility and send the whole package again.");
    }

    static FaultException unknownKind() {
        return FaultException.of(
                "unknown-code",
                "MA_LOAI_KCB",
                "MA_LOAI_KCB không có trong visitKinds; hãy sửa ở cơ sở hoặc khai thêm mã vào visitKinds.",
                "MA_LOAI_KCB is not in visitKinds; mend it at the facility or add the code to visitKinds.");
    }

    static FaultException unknownDisease() {
        return FaultException.of(
                "unknown-code",
                "MA_BENH_CHINH",
                "MA_BENH_CHINH không bắt đầu bằng một mã ICD-10 ba ký tự; hãy sửa ở cơ sở rồi gửi lại cả gói.",
                "MA_BENH_CHINH does not begin with a three-character ICD-10 category; mend it at the facility and send"
                        + " the whole package again.");
    }

    static FaultException unknownFile() {
        return FaultException.of(
                "unknown-code",
                "LOAIHOSO",
                "LOAIHOSO không phải một trong XML0 đến XML15; hãy kiểm tra phiên bản định dạng của gói.",
                "LOAIHOSO is none of XML0 to XML15; check the version of the package's format.");
    }

    /** @param code what is wrong with it; the sentence that comes with the code may repeat a tag */
    static FaultException badFile(String code) {
        return FaultException.of(
                code,
                "NOIDUNGFILE",
                "Tệp XML1 không phải XML an toàn và đúng cú pháp (" + code + "); hãy kết xuất và gửi lại cả gói.",
                "The file XML1 is not safe and well-formed XML (" + code
                        + "); export and send the whole package again.");
    }

    /** @param code what is wrong with it */
    static FaultException badPackage(String code, String where) {
        return FaultException.of(
                code,
                where,
                "Gói không phải XML an toàn và đúng cú pháp (" + code + "); hãy kết xuất và gửi lại cả gói.",
                "The package is not safe and well-formed XML (" + code + "); export and send the whole package again.");
    }

    static FaultException badBase64() {
        return FaultException.of(
                "bad-base64",
                "NOIDUNGFILE",
                "NOIDUNGFILE không phải base64 hợp lệ hoặc bị cắt cụt; hãy kết xuất và gửi lại cả gói.",
                "NOIDUNGFILE is not valid base64 or was cut off; export and send the whole package again.");
    }

    static FaultException badFacility() {
        return FaultException.of(
                "unknown-facility",
                "MACSKCB",
                "MACSKCB phải gồm đúng năm chữ số; hãy sửa ở cơ sở rồi gửi lại cả gói.",
                "MACSKCB must be exactly five digits; mend it at the facility and send the whole package again.");
    }

    static FaultException unmappedFacility(String facility) {
        return FaultException.of(
                "unknown-facility",
                "MACSKCB",
                "Cơ sở " + facility + " chưa có đơn vị hành chính; hãy khai ở facilities hoặc area rồi gửi lại gói.",
                "Facility " + facility + " has no administrative unit yet; say it in facilities or area and send the"
                        + " package again.");
    }

    static FaultException notAPackage() {
        return FaultException.of(
                "not-a-package",
                "",
                "Thông điệp không phải gói GIAMDINHHS; hãy kiểm tra hệ thống gửi.",
                "The message is no GIAMDINHHS package; check the system that sends it.");
    }

    static FaultException badCount() {
        return FaultException.of(
                "wrong-count",
                "SOLUONGHOSO",
                "SOLUONGHOSO phải là số nguyên không âm; hãy kết xuất và gửi lại cả gói.",
                "SOLUONGHOSO must be a whole number; export and send the whole package again.");
    }

    static FaultException wrongCount(long declared, long found) {
        return FaultException.of(
                "wrong-count",
                "SOLUONGHOSO",
                "Gói khai " + declared + " hồ sơ nhưng có " + found
                        + "; không số liệu nào của gói được nhận, hãy kết xuất và gửi lại cả gói.",
                "The package announces " + declared + " records and has " + found
                        + "; none of its figures is taken, export and send the whole package again.");
    }

    static FaultException future() {
        return FaultException.of(
                "future-date",
                "NGAYLAP",
                "NGAYLAP nằm ở tương lai; hãy kiểm tra đồng hồ của cơ sở rồi gửi lại cả gói.",
                "NGAYLAP lies in the future; check the facility's clock and send the whole package again.");
    }

    static FaultException badSentTime(String header) {
        return FaultException.of(
                "impossible-date",
                header,
                "Tiêu đề «" + header + "» phải có và là thời điểm RFC 3339 như 2026-03-01T17:00:00+07:00, không ở"
                        + " tương lai; hãy sửa ở hệ thống gửi hoặc bỏ sentHeader.",
                "The header «" + header + "» must be there and be an RFC 3339 time such as 2026-03-01T17:00:00+07:00,"
                        + " not in the future; mend it at the sender or remove sentHeader.");
    }

    /** Of an error nobody foresaw, its kind alone: what it says may repeat the file. */
    static FaultException unforeseen(RuntimeException e) {
        String kind = e.getClass().getSimpleName();
        return FaultException.of(
                "adapter-error",
                "",
                "Bộ kết nối gặp lỗi của chính nó (" + kind + ") khi đọc gói; hãy báo cho người viết bộ kết nối.",
                "The adapter failed on this package (" + kind + "); tell its author.");
    }
}
