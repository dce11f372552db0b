package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iochub.model.RecordData;
import org.iochub.model.code.ParcelScheme;
import org.iochub.model.schema.Field;

/** A parcel of the land register, without its owners. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record LandParcel(
        @Field(vi = "Mã thửa đất", en = "Parcel id", maxLength = 64)
        String parcelId,

        @Field(vi = "Kiểu mã", en = "Id scheme") ParcelScheme idScheme,

        @Field(vi = "Số tờ", en = "Sheet number", maxLength = 64)
        Optional<String> sheetNo,

        @Field(vi = "Số thửa", en = "Parcel number", maxLength = 64)
        Optional<String> parcelNo,

        @Field(vi = "Diện tích", en = "Area", unit = "m2", min = 0)
        OptionalDouble areaM2,

        @Field(vi = "Mã loại đất", en = "Land-use code", maxLength = 32)
        Optional<String> landUseCode,

        @Field(vi = "Tâm thửa", en = "Centroid") Optional<Location> centroid,

        @Field(vi = "Ranh giới", en = "Outline, first point repeated last")
        List<Location> outline,

        @Field(vi = "Trạng thái", en = "Status", maxLength = 64)
        Optional<String> status,

        @Field(vi = "Ngày biến động", en = "Changed at") OffsetDateTime changedAt)
        implements RecordData {}
