package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.iochub.model.PersonalData;
import org.iochub.model.RecordData;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.schema.Field;
import org.iochub.model.schema.Mask;

/** What a citizen reported: a field report («phản ánh hiện trường») or a petition («phản ánh, kiến nghị»). */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record CitizenReport(
        @Field(vi = "Mã phản ánh", en = "Report code", maxLength = 64)
        String reportCode,

        @Field(vi = "Loại", en = "Kind") ReportKind kind,

        @Field(vi = "Mã lĩnh vực", en = "Service code", maxLength = 64)
        String serviceCode,

        @Field(vi = "Lĩnh vực", en = "Service name", maxLength = 500)
        Optional<String> serviceName,

        @Field(vi = "Nội dung", en = "Text", personal = PersonalData.BASIC, freeText = true, maxLength = 20_000)
        Optional<String> text,

        @Field(vi = "Trạng thái", en = "Status") ReportStatus status,

        @Field(vi = "Trạng thái theo nguồn", en = "Status as the source wrote it", maxLength = 64)
        String sourceStatus,

        @Field(vi = "Ghi chú trạng thái", en = "Status notes", personal = PersonalData.BASIC, freeText = true)
        Optional<String> statusNotes,

        @Field(vi = "Vị trí", en = "Location", personal = PersonalData.SENSITIVE)
        Optional<Location> location,

        @Field(
                vi = "Địa chỉ",
                en = "Address",
                personal = PersonalData.BASIC,
                freeText = true,
                mask = Mask.ADDRESS,
                maxLength = 500)
        Optional<String> address,

        @Field(vi = "Kênh tiếp nhận", en = "Channel", maxLength = 64)
        Optional<String> channel,

        @Field(vi = "Thời điểm gửi", en = "Requested at") OffsetDateTime requestedAt,
        @Field(vi = "Hạn xử lý", en = "Expected at") Optional<OffsetDateTime> expectedAt,
        @Field(vi = "Thời điểm cập nhật", en = "Updated at") Optional<OffsetDateTime> updatedAt,
        @Field(vi = "Thời điểm đóng", en = "Closed at") Optional<OffsetDateTime> closedAt,

        @Field(vi = "Cơ quan xử lý", en = "Agency", maxLength = 500)
        Optional<String> agency,

        @Field(vi = "Đánh giá", en = "Rating", min = 1, max = 5)
        OptionalInt rating,

        @Field(vi = "Ảnh, video", en = "Media", maxItems = 100, personal = PersonalData.BASIC, mask = Mask.DROP)
        List<String> mediaRefs,

        @Field(
                vi = "Mã người gửi (HMAC)",
                en = "Reporter (HMAC)",
                personal = PersonalData.BASIC,
                mask = Mask.DROP,
                maxLength = 128)
        Optional<String> reporterRef,

        @Field(
                vi = "Thông tin về ảnh, video theo nguồn",
                en = "What the source says of pictures and videos",
                maxItems = 100,
                personal = PersonalData.BASIC,
                mask = Mask.DROP)
        List<Media> media)
        implements RecordData {

    /** What the source says of one picture or video; the hub never fetches it. */
    public record Media(
            @Field(vi = "Địa chỉ", en = "Address", maxLength = 2_000)
            String url,

            @Field(vi = "Kiểu nội dung", en = "Media type", maxLength = 100)
            Optional<String> contentType,

            @Field(vi = "Dung lượng", en = "Size", unit = "By", min = 0)
            OptionalLong bytes,

            @Field(vi = "Thời điểm chụp, quay", en = "Taken at")
            Optional<OffsetDateTime> takenAt,

            @Field(vi = "Chú thích", en = "Caption", freeText = true, maxLength = 1_000)
            Optional<String> caption) {}
}
