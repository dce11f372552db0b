package org.iochub.declarative.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/**
 * A dimension, measure or attribute as the message's structure describes it.
 *
 * @param values those that indexes point at; empty when the data holds the values themselves
 * @param otherwise the value where the data gives none
 */
record SdmxComponent(String id, List<Object> values, Optional<Object> otherwise) {
    /** @throws FaultException {@code bad-structure} */
    static SdmxComponent of(Object description) {
        if (!(description instanceof Map<?, ?> fields) || !(fields.get("id") instanceof String id) || id.isBlank()) {
            throw FaultException.of(
                    "bad-structure",
                    "structure",
                    "Một thành phần trong structure của SDMX-JSON không có id; hãy kiểm tra dịch vụ của nguồn.",
                    "A component in the structure of the SDMX-JSON message has no id; check the source's service.");
        }
        List<Object> values = new ArrayList<>();
        if (fields.get("values") instanceof List<?> listed) {
            listed.forEach(value -> values.add(plain(value)));
        }
        return new SdmxComponent(
                id,
                List.copyOf(values),
                Optional.<Object>ofNullable(fields.get("default")).filter(value -> !value.equals("")));
    }

    /** A value's code, else the value itself, else its name. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> described) {
            for (String key : List.of("id", "value", "values", "name")) {
                Object said = described.get(key);
                if (said != null && !said.equals("")) {
                    return said;
                }
            }
            return "";
        }
        return value;
    }

    /**
     * What an index in a key means.
     *
     * @throws FaultException {@code bad-key}, {@code index-out-of-range}
     */
    Object at(String index) {
        if (!index.matches("\\d{1,9}")) {
            throw FaultException.of(
                    "bad-key",
                    id,
                    "Khóa của quan sát không có chỉ số cho «" + id + "» mà có «" + Shown.of(index)
                            + "»; mỗi quan sát phải nêu đủ mọi chiều.",
                    "The observation's key has no index for «" + id + "» but «" + Shown.of(index)
                            + "»; each observation must name every dimension.");
        }
        return at(Integer.parseInt(index));
    }

    private Object at(long index) {
        if (index < 0 || index >= values.size()) {
            throw FaultException.of(
                    "index-out-of-range",
                    id,
                    "Chỉ số " + index + " của «" + id + "» không có trong structure (có " + values.size()
                            + " giá trị); hãy kiểm tra dịch vụ của nguồn.",
                    "Index " + index + " of «" + id + "» is not in the structure (which has " + values.size()
                            + " values); check the source's service.");
        }
        return values.get((int) index);
    }

    /**
     * What the data says of a measure or attribute: an index where the structure lists values, else the value itself.
     * Empty for null.
     *
     * @throws FaultException {@code index-out-of-range}
     */
    Optional<Object> read(Object written) {
        if (written == null || written.equals("")) {
            return otherwise;
        }
        if (values.isEmpty()) {
            return Optional.of(written);
        }
        if (written instanceof List<?> several) {
            return Optional.of(several.stream()
                    .flatMap(one -> read(one).stream())
                    .map(Object.class::cast)
                    .toList());
        }
        Object value = written instanceof Long index ? at(index.longValue()) : written;
        return value.equals("") ? otherwise : Optional.of(value);
    }
}
