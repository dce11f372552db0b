package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.model.RecordData;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.schema.Field;

/** A place or installation that data comes from or is about: station, school, clinic, camera. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Facility(
        @Field(vi = "Mã cơ sở", en = "Facility code", maxLength = 64)
        String facilityCode,

        @Field(vi = "Loại cơ sở", en = "Kind") FacilityKind kind,
        @Field(vi = "Tên", en = "Name", maxLength = 500) String name,

        @Field(vi = "Cơ quan quản lý", en = "Organisation", maxLength = 500)
        Optional<String> org,

        @Field(vi = "Vị trí", en = "Location") Optional<Location> location,

        @Field(vi = "Trạng thái", en = "Status", maxLength = 64)
        Optional<String> status,

        @Field(vi = "Quy mô", en = "Capacity", min = 0) OptionalDouble capacity,

        @Field(vi = "Đơn vị của quy mô", en = "Unit of the capacity (UCUM)", maxLength = 64)
        Optional<String> unit,

        @Field(vi = "Thời điểm cập nhật", en = "Updated at") OffsetDateTime updatedAt)
        implements RecordData {}
