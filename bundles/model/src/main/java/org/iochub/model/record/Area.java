package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iochub.model.RecordData;
import org.iochub.model.code.AreaPart;
import org.iochub.model.schema.Field;

/** One administrative unit during one span of validity: the same code can mean another territory before or after it. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Area(
        @Field(vi = "Mã đơn vị", en = "Code", maxLength = 16, pattern = "^[0-9]{1,8}$")
        String code,

        @Field(vi = "Cấp", en = "Level") Level level,
        @Field(vi = "Tên", en = "Name", maxLength = 200) String name,

        @Field(vi = "Loại hình", en = "Kind", maxLength = 64)
        Optional<String> kind,

        @Field(vi = "Khóa so khớp tên", en = "Matching key of the name", maxLength = 200)
        String nameKey,

        @Field(vi = "Mã đơn vị cấp trên", en = "Code of the unit above", maxLength = 16)
        Optional<String> parentCode,

        @Field(vi = "Hiệu lực từ", en = "Valid from (inclusive)")
        LocalDate validFrom,

        @Field(vi = "Hiệu lực đến", en = "Valid to (inclusive)")
        Optional<LocalDate> validTo,

        @Field(vi = "Vị trí", en = "Location") Optional<Location> location,
        @Field(vi = "Đơn vị kế thừa", en = "Successors") List<Successor> successors,
        @Field(vi = "Đơn vị tiền thân", en = "Predecessors") List<Successor> predecessors)
        implements RecordData {

    /** A unit that took over territory, all of it or a part. */
    public record Successor(
            @Field(vi = "Mã đơn vị", en = "Code", maxLength = 16)
            String code,

            @Field(vi = "Phần", en = "Whole or partial") AreaPart part) {}
}
