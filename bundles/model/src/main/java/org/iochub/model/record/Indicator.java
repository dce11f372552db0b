package org.iochub.model.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.iochub.model.RecordData;
import org.iochub.model.code.Frequency;
import org.iochub.model.code.IndicatorMeasure;
import org.iochub.model.schema.Field;

/** One value of a socio-economic or management indicator. */
@RecordBuilder
@RecordBuilder.Options(
        addConcreteSettersForOptional = true,
        emptyDefaultForOptional = true,
        useImmutableCollections = true)
public record Indicator(
        @Field(vi = "Mã chỉ tiêu", en = "Indicator code", maxLength = 100)
        String indicatorCode,

        @Field(vi = "Tên chỉ tiêu", en = "Name", maxLength = 500)
        Optional<String> name,

        @Field(vi = "Mã đơn vị hành chính", en = "Area code", maxLength = 16)
        String area,

        @Field(vi = "Kỳ", en = "Period (ISO 8601 interval)", maxLength = 80, pattern = "^[0-9TZ:+./-]+$")
        String period,

        @Field(vi = "Thời điểm kết thúc kỳ", en = "End of the period")
        OffsetDateTime periodEnd,

        @Field(vi = "Tần suất", en = "Frequency") Frequency frequency,
        @Field(vi = "Giá trị", en = "Value") double value,

        @Field(vi = "Đơn vị", en = "Unit (UCUM)", maxLength = 64)
        String unit,

        @Field(vi = "Hệ số nhân", en = "Multiplier", min = 1)
        OptionalLong multiplier,

        @Field(vi = "Loại số liệu", en = "Measure") IndicatorMeasure measure,

        @Field(vi = "Trạng thái số liệu", en = "Observation status (SDMX)", maxLength = 8)
        Optional<String> obsStatus,

        @Field(vi = "Phân tổ", en = "Breakdown") Map<String, String> breakdown,

        @Field(vi = "Mã lần nộp", en = "Submission", maxLength = 200)
        Optional<String> submissionId,

        @Field(vi = "Lần điều chỉnh", en = "Revision", min = 0)
        int revision,

        @Field(vi = "Định nghĩa và phiên bản", en = "Definition and its version", maxLength = 100)
        Optional<String> definition,

        @Field(vi = "Tử số", en = "Numerator") OptionalDouble numerator,
        @Field(vi = "Mẫu số", en = "Denominator") OptionalDouble denominator)
        implements RecordData {}
