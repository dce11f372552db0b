package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iochub.model.RecordData;
import org.iochub.model.schema.Field;

/** An official document and how its exchange stands (QCVN 102:2016/BTTTT, Decree 30/2020/NĐ-CP). */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Document(
        @Field(vi = "Mã định danh văn bản", en = "Document id", maxLength = 200)
        String documentId,

        @Field(vi = "Số", en = "Number", maxLength = 64) Optional<String> number,

        @Field(vi = "Ký hiệu", en = "Notation", maxLength = 100)
        String notation,

        @Field(vi = "Ngày ban hành", en = "Promulgation date")
        Optional<LocalDate> date,

        @Field(vi = "Loại văn bản", en = "Type", maxLength = 64)
        Optional<String> typeCode,

        @Field(vi = "Trích yếu", en = "Subject", freeText = true)
        String subject,

        @Field(vi = "Cơ quan ban hành", en = "Sending organisation", maxLength = 64)
        String fromOrg,

        @Field(vi = "Nơi nhận", en = "Receiving organisations")
        List<String> toOrgs,

        @Field(vi = "Độ khẩn", en = "Priority", maxLength = 64)
        Optional<String> priority,

        @Field(vi = "Hạn trả lời", en = "Due date") Optional<LocalDate> dueDate,
        @Field(vi = "Tệp đính kèm", en = "Attachments") List<Attachment> attachments,

        @Field(vi = "Trạng thái liên thông", en = "Exchange status")
        List<ExchangeStatus> exchangeStatus,

        @Field(vi = "Thời điểm nhận", en = "Received at") OffsetDateTime receivedAt,

        @Field(vi = "Các mã khác của văn bản", en = "Other ids of the document", maxItems = 20)
        List<String> otherIds,

        @Field(vi = "Có chữ ký số", en = "Bears a digital signature; absent when that cannot be told")
        Optional<Boolean> digitallySigned)
        implements RecordData {

    /** A file that came with the document; its bytes stay with the source. */
    public record Attachment(
            @Field(vi = "Tên tệp", en = "Name", freeText = true, maxLength = 500)
            String name,

            @Field(vi = "Kiểu", en = "Media type", maxLength = 200)
            Optional<String> mime,

            @Field(vi = "Mã băm", en = "SHA-256", pattern = "^[0-9a-f]{64}$")
            Optional<String> sha256,

            @Field(vi = "Kích thước", en = "Size", unit = "By", min = 0)
            OptionalLong bytes) {}

    /** What a receiving organisation said: 01 arrived to 16 of QCVN 102. */
    public record ExchangeStatus(
            @Field(vi = "Cơ quan", en = "Organisation", maxLength = 64)
            String org,

            @Field(vi = "Mã trạng thái", en = "Status code", maxLength = 8)
            String code,

            @Field(vi = "Thời điểm", en = "At") OffsetDateTime at) {}
}
