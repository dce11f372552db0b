package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.iochub.model.PersonalData;
import org.iochub.model.RecordData;
import org.iochub.model.code.ApplicantKind;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.schema.Field;

/** One dossier of the one-stop service («hồ sơ một cửa») at one level; interlinked levels are joined by links. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Dossier(
        @Field(vi = "Mã hồ sơ", en = "Dossier code", maxLength = 64)
        String dossierCode,

        @Field(vi = "Mã thủ tục hành chính", en = "Procedure code", maxLength = 64)
        String procedureCode,

        @Field(vi = "Tên thủ tục hành chính", en = "Procedure name")
        Optional<String> procedureName,

        @Field(vi = "Mã lĩnh vực", en = "Field code", maxLength = 64)
        Optional<String> fieldCode,

        @Field(vi = "Tên lĩnh vực", en = "Field name") Optional<String> fieldName,

        @Field(vi = "Cơ quan tiếp nhận", en = "Receiving organisation", maxLength = 64)
        String receivingOrg,

        @Field(vi = "Cơ quan xử lý", en = "Handling organisation", maxLength = 500)
        Optional<String> handlingOrg,

        @Field(vi = "Cấp", en = "Level") Level level,

        @Field(vi = "Hình thức nộp", en = "Channel", maxLength = 64)
        Optional<String> channel,

        @Field(vi = "Loại đối tượng", en = "Kind of applicant")
        Optional<ApplicantKind> applicantKind,

        @Field(vi = "Loại đối tượng theo nguồn", en = "Kind of applicant as the source wrote it", maxLength = 64)
        Optional<String> sourceApplicantKind,

        @Field(vi = "Trích yếu hồ sơ", en = "Summary", personal = PersonalData.BASIC, freeText = true)
        Optional<String> summary,

        @Field(vi = "Trạng thái hồ sơ", en = "Status (1 to 10)", min = 1, max = 10)
        DossierStatus status,

        @Field(vi = "Trạng thái theo nguồn", en = "Status as the source wrote it", maxLength = 64)
        String sourceStatus,

        @Field(vi = "Ngày tiếp nhận", en = "Received at") OffsetDateTime receivedAt,
        @Field(vi = "Ngày hẹn trả", en = "Due at") Optional<OffsetDateTime> dueAt,

        @Field(vi = "Ngày kết thúc xử lý", en = "Finished at")
        Optional<OffsetDateTime> finishedAt,

        @Field(vi = "Ngày trả kết quả", en = "Returned at") Optional<OffsetDateTime> returnedAt,

        @Field(vi = "Lệ phí", en = "Fee", unit = "[VND]", min = 0)
        OptionalLong feeVnd,

        @Field(vi = "Hồ sơ liên thông", en = "Linked dossiers", maxItems = 100)
        List<Link> links,

        @Field(vi = "Các bước xử lý", en = "Steps", maxItems = 1_000)
        List<Step> steps,

        @Field(vi = "Ngày hẹn trả ban đầu", en = "Due at first, before any supplement moved it")
        Optional<OffsetDateTime> originalDueAt,

        @Field(vi = "Các lần yêu cầu bổ sung", en = "Requests for supplements", maxItems = 100)
        List<Supplement> supplements)
        implements RecordData {

    /** A dossier at another level that belongs to the same request. */
    public record Link(
            @Field(vi = "Mã hồ sơ", en = "Dossier code", maxLength = 64)
            String dossierCode,

            @Field(vi = "Quan hệ", en = "Relation", maxLength = 64)
            String relation) {}

    /** One step of handling; two steps of a dossier differ in {@code at} or {@code status}. */
    public record Step(
            @Field(vi = "Thứ tự", en = "Sequence number", min = 0)
            OptionalInt seq,

            @Field(vi = "Thời điểm", en = "At") OffsetDateTime at,

            @Field(vi = "Trạng thái", en = "Status (1 to 10)", min = 1, max = 10)
            DossierStatus status,

            @Field(vi = "Trạng thái theo nguồn", en = "Status as the source wrote it", maxLength = 64)
            String sourceStatus,

            @Field(vi = "Đơn vị xử lý", en = "Organisation", maxLength = 500)
            Optional<String> org,

            @Field(vi = "Hạn xử lý", en = "Due at") Optional<OffsetDateTime> dueAt) {}

    /**
     * One request for papers that were missing. It is open while it has neither been completed nor set a new day; then
     * the time of handling does not run.
     */
    public record Supplement(
            @Field(vi = "Thời điểm yêu cầu", en = "Requested at")
            Optional<OffsetDateTime> requestedAt,

            @Field(vi = "Thời điểm đã bổ sung", en = "Completed at")
            Optional<OffsetDateTime> completedAt,

            @Field(vi = "Ngày hẹn trả mới", en = "New due day")
            Optional<OffsetDateTime> newDueAt) {}
}
