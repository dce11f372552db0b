package org.iochub.routes.egovernment.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.code.Frequency;
import org.iochub.model.time.ReportingPeriod;

/** Reads one figure's counts from the raw message. */
final class CountReader {
    private CountReader() {}

    /**
     * @throws FaultException {@code missing-field}, {@code unknown-code}, {@code unknown-definition}, {@code bad-period},
     *     {@code bad-count}
     */
    static Count read(JsonNode node) {
        String indicator = text(node, "indicator");
        Definition definition = Definition.of(indicator).orElseThrow(() -> unknown("indicator", indicator));
        long version = whole(node, "definition");
        if (version < 1 || version > definition.version()) {
            throw FaultException.of(
                    "unknown-definition",
                    "definition",
                    "Bộ kết nối này không biết phiên bản " + version + " của «" + indicator
                            + "»; hãy cập nhật bộ kết nối rồi phát lại.",
                    "This adapter does not know version " + version + " of «" + indicator
                            + "»; update the adapter and replay.");
        }
        String status = text(node, "status");
        if (!Count.STATUSES.contains(status)) {
            throw unknown("status", status);
        }
        List<String> split = new ArrayList<>();
        node.path("split").forEach(unit -> split.add(unit.asText()));
        Count count = new Count(
                new Place(definition, period(node), text(node, "area")),
                number(node, "numerator"),
                number(node, "denominator"),
                status,
                split,
                whole(node, "unsure"),
                Math.toIntExact(Math.min(Integer.MAX_VALUE, whole(node, "revision"))));
        if (count.numerator().compareTo(count.denominator()) > 0) {
            throw bad("numerator");
        }
        return count;
    }

    private static ReportingPeriod period(JsonNode node) {
        String from = text(node, "from");
        String to = text(node, "to");
        String written = text(node, "frequency");
        Frequency frequency = Arrays.stream(Frequency.values())
                .filter(one -> one.code().equals(written))
                .findFirst()
                .orElseThrow(() -> unknown("frequency", written));
        try {
            LocalDate first = LocalDate.parse(from);
            LocalDate last = LocalDate.parse(to);
            if (!last.isBefore(first)) {
                return new ReportingPeriod(
                        first, last, frequency, node.path("cumulative").asBoolean());
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw FaultException.of(
                "bad-period",
                "from",
                "Kỳ «" + Shown.of(from + "/" + to) + "» không hợp lệ; nguồn sẽ tính lại ở chu kỳ sau.",
                "The period «" + Shown.of(from + "/" + to) + "» is none; the next period computes it again.");
    }

    /** The place in the log that the records were read up to. */
    static long position(JsonNode node) {
        return whole(node, "position");
    }

    private static String text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> missing(field));
    }

    private static BigDecimal number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw missing(field);
        }
        BigDecimal number = value.decimalValue();
        // No hub has counted further than that.
        if (number.signum() < 0 || number.precision() - number.scale() > 15) {
            throw bad(field);
        }
        return number;
    }

    private static long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber()) {
            throw missing(field);
        }
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw bad(field);
        }
        return value.longValue();
    }

    private static FaultException missing(String field) {
        return FaultException.of(
                "missing-field",
                field,
                "Thiếu trường «" + field + "» hoặc sai kiểu; nguồn sẽ tính lại ở chu kỳ sau.",
                "Field «" + field + "» is missing or of another kind; the next period computes it again.");
    }

    private static FaultException unknown(String field, String code) {
        return FaultException.of(
                "unknown-code",
                field,
                "Mã «" + Shown.of(code) + "» ở «" + field
                        + "» không có trong danh mục; hãy kiểm tra phiên bản bộ kết nối.",
                "The code «" + Shown.of(code) + "» in «" + field
                        + "» is not in the list; check the adapter's version.");
    }

    private static FaultException bad(String field) {
        return FaultException.of(
                "bad-count",
                field,
                "Số đếm ở «" + field + "» không hợp lệ; nguồn sẽ tính lại ở chu kỳ sau.",
                "The count in «" + field + "» cannot be; the next period computes it again.");
    }
}
