package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.model.PersonalData;
import org.iochub.model.RecordData;
import org.iochub.model.code.ObservationStatus;
import org.iochub.model.schema.Field;

/** One measured value of one property at one facility. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Observation(
        @Field(vi = "Mã trạm", en = "Facility code", maxLength = 64)
        String facilityCode,

        @Field(vi = "Thông số", en = "Property", maxLength = 64)
        String property,

        @Field(vi = "Giá trị", en = "Value; absent when the instrument gave none")
        OptionalDouble value,

        @Field(vi = "Đơn vị", en = "Unit (UCUM)", maxLength = 64)
        String unit,

        @Field(vi = "Đơn vị theo nguồn", en = "Unit as the source wrote it", maxLength = 64)
        Optional<String> sourceUnit,

        @Field(vi = "Thời điểm đo", en = "Phenomenon time") OffsetDateTime phenomenonTime,
        @Field(vi = "Thời điểm gửi", en = "Result time") Optional<OffsetDateTime> resultTime,

        @Field(vi = "Trạng thái thiết bị", en = "Device status")
        ObservationStatus statusCode,

        @Field(vi = "Trạng thái theo nguồn", en = "Status as the source wrote it", maxLength = 64)
        Optional<String> sourceStatus,

        @Field(vi = "Hợp lệ", en = "Valid: counts in averages")
        boolean valid,

        @Field(vi = "Cách tổng hợp", en = "Aggregation", maxLength = 64)
        Optional<String> aggregation,

        @Field(
                vi = "Vị trí đo, của thiết bị di động",
                en = "Where it was measured, of an instrument that moves",
                personal = PersonalData.SENSITIVE)
        Optional<Location> location)
        implements RecordData {}
