package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.model.RecordData;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.schema.Field;

/** Something that happened or threatens, with a span of validity. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Incident(
        @Field(vi = "Mã sự cố", en = "Incident code", maxLength = 200)
        String incidentCode,

        @Field(vi = "Nhóm", en = "Category", maxLength = 64) String category,

        @Field(vi = "Loại", en = "Sub-category", maxLength = 64)
        Optional<String> subCategory,

        @Field(vi = "Mức độ", en = "Severity") Severity severity,

        @Field(vi = "Tiêu đề", en = "Title", freeText = true)
        String title,

        @Field(vi = "Thời điểm phát", en = "Issued at") OffsetDateTime issuedAt,
        @Field(vi = "Hiệu lực từ", en = "Valid from") Optional<OffsetDateTime> validFrom,
        @Field(vi = "Hiệu lực đến", en = "Valid to") Optional<OffsetDateTime> validTo,
        @Field(vi = "Vị trí", en = "Location") Optional<Location> location,
        @Field(vi = "Trạng thái", en = "Status") IncidentStatus status,

        @Field(vi = "Tham chiếu nguồn", en = "Source reference", maxLength = 500)
        Optional<String> sourceRef)
        implements RecordData {}
