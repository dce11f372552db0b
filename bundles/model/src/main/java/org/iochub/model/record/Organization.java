package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iochub.model.RecordData;
import org.iochub.model.schema.Field;

/** An organisation of the state during one span of validity, by its code of Decision 20/2020/QĐ-TTg. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Organization(
        @Field(vi = "Mã định danh", en = "Organisation code", maxLength = 64)
        String organCode,

        @Field(vi = "Mã định danh cũ", en = "Code of the earlier generation", maxLength = 64)
        Optional<String> legacyCode,

        @Field(vi = "Tên cơ quan", en = "Name", maxLength = 500)
        String name,

        @Field(vi = "Cấp", en = "Level") Level level,

        @Field(vi = "Cơ quan cấp trên", en = "Code of the organisation above", maxLength = 64)
        Optional<String> parent,

        @Field(vi = "Mã đơn vị hành chính", en = "Area code", maxLength = 16)
        Optional<String> areaCode,

        @Field(vi = "Hiệu lực từ", en = "Valid from (inclusive)")
        LocalDate validFrom,

        @Field(vi = "Hiệu lực đến", en = "Valid to (inclusive)")
        Optional<LocalDate> validTo,

        @Field(vi = "Cơ quan kế thừa", en = "Codes of the successors", maxLength = 64)
        List<String> successors,

        @Field(vi = "Cơ quan tiền thân", en = "Codes of the predecessors", maxLength = 64)
        List<String> predecessors)
        implements RecordData {}
