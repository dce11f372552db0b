package org.iochub.core.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.iochub.model.Text;

/** What is measured. Each is a share: how many of those looked at are as they should be. */
public enum Measure {
    VALID(
            Word.RIGHT,
            "Bản ghi được nhận",
            "Records taken",
            "nhận được, trên số nhận được và bị từ chối",
            "taken, of those taken and refused"),
    REQUIRED(
            Word.COMPLETE,
            "Đủ trường bắt buộc",
            "Required fields there",
            "không thiếu trường bắt buộc, trên số nhận được và bị từ chối",
            "not refused for a missing required field, of those taken and refused"),
    WISHED(
            Word.COMPLETE,
            "Đủ trường mong muốn",
            "Wished-for fields there",
            "trường mong muốn có giá trị, trên số trường mong muốn của các bản ghi nhận được",
            "wished-for fields with a value, of those of all records taken"),
    UNITS(
            Word.COMPLETE,
            "Đủ đơn vị hành chính",
            "Administrative units there",
            "đơn vị có bản ghi trong ngày, trên số đơn vị cấp thấp nhất của địa phương",
            "units with a record that day, of the authority's lowest units"),
    UNIQUE(
            Word.CLEAN,
            "Không trùng",
            "Not doubled",
            "không trùng nội dung với bản ghi khác, trên số nhận được",
            "with no other record of the same content, of those taken"),
    CONSISTENT(
            Word.CLEAN,
            "Không mâu thuẫn",
            "Not contradicted",
            "không khác nội dung dưới cùng một khóa phiên bản, trên số nhận được",
            "not of different content under an equal version key, of those taken"),
    MAPPED(
            Word.CLEAN,
            "Mã có trong danh mục",
            "Codes known",
            "không có mã ngoài danh mục, trên số nhận được và bị từ chối",
            "without a code that no list has, of those taken and refused"),
    PLACED(
            Word.CLEAN,
            "Xác định được đơn vị hành chính",
            "Area resolved",
            "xác định được đơn vị hành chính, trên số nhận được",
            "with an area that was resolved without doubt, of those taken"),
    TIMELY(
            Word.LIVE,
            "Đến đúng hạn",
            "In time",
            "đến trong thời hạn đã thống nhất sau khi sự việc xảy ra, trên số nhận được",
            "that came within the agreed time after they happened, of those taken"),
    REGULAR(
            Word.LIVE,
            "Đều kỳ",
            "Regular",
            "kỳ có dữ liệu, trên số kỳ đã thống nhất của ngày tính đến nay",
            "agreed spans of the day so far in which something came, of all of them");

    private final Word word;
    private final Text title;
    private final Text meaning;

    Measure(Word word, String vi, String en, String meaningVi, String meaningEn) {
        this.word = word;
        this.title = Text.of(vi, en);
        this.meaning = Text.of(meaningVi, meaningEn);
    }

    public Word word() {
        return word;
    }

    public Text title() {
        return title;
    }

    /** What is counted, of what. */
    public Text meaning() {
        return meaning;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> of(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst();
    }
}
