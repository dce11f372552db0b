package org.iochub.declarative.internal.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** Which dimension, measure and attribute stands where in the data, by level of attachment. */
record SdmxStructure(
        Optional<String> kind,
        Optional<String> id,
        List<SdmxComponent> setDimensions,
        List<SdmxComponent> seriesDimensions,
        List<SdmxComponent> dimensions,
        List<SdmxComponent> measures,
        List<SdmxComponent> setAttributes,
        List<SdmxComponent> groupAttributes,
        List<SdmxComponent> seriesAttributes,
        List<SdmxComponent> attributes) {
    private static final Pattern URN = Pattern.compile(".*\\.(Dataflow|DataStructure|ProvisionAgreement)=(.+)");
    private static final Map<String, String> KINDS =
            Map.of("Dataflow", "dataflow", "DataStructure", "datastructure", "ProvisionAgreement", "dataprovision");

    /** The measure of SDMX-JSON 1.0, which has exactly one and does not list it. */
    private static final List<SdmxComponent> PRIMARY =
            List.of(new SdmxComponent("OBS_VALUE", List.of(), Optional.empty()));

    /** @throws FaultException {@code bad-structure} */
    static SdmxStructure of(Map<String, Object> described) {
        Map<String, Object> attributes = object(described.get("attributes"));
        Map<String, Object> dimensions = object(described.get("dimensions"));
        List<SdmxComponent> measures = components(object(described.get("measures")), "observation");
        Optional<Matcher> urn = urn(described);
        return new SdmxStructure(
                urn.map(found -> KINDS.get(found.group(1))),
                urn.map(found -> found.group(2)),
                components(dimensions, "dataSet"),
                components(dimensions, "series"),
                components(dimensions, "observation"),
                measures.isEmpty() ? PRIMARY : measures,
                components(attributes, "dataSet"),
                components(attributes, "dimensionGroup"),
                components(attributes, "series"),
                components(attributes, "observation"));
    }

    private static Optional<Matcher> urn(Map<String, Object> described) {
        if (described.get("links") instanceof List<?> links) {
            for (Object link : links) {
                Matcher matcher = URN.matcher(String.valueOf(object(link).get("urn")));
                if (matcher.matches()) {
                    return Optional.of(matcher);
                }
            }
        }
        return Optional.empty();
    }

    private static List<SdmxComponent> components(Map<String, Object> levels, String level) {
        // Version 1.0 writes «dataset» in its examples and «dataSet» in its text.
        Object listed = levels.containsKey(level) ? levels.get(level) : levels.get(level.toLowerCase());
        List<SdmxComponent> components = new ArrayList<>();
        if (listed instanceof List<?> list) {
            list.forEach(one -> components.add(SdmxComponent.of(one)));
        }
        return List.copyOf(components);
    }

    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> ? JsonValues.asMap(value) : Map.of();
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /**
     * What the indexes of a key mean, by dimension.
     *
     * @throws FaultException {@code bad-key}, {@code index-out-of-range}
     */
    static Map<String, Object> key(List<SdmxComponent> dimensions, String key) {
        String[] indexes = key.isEmpty() ? new String[0] : key.split(":", -1);
        if (indexes.length != dimensions.size()) {
            throw FaultException.of(
                    "bad-key",
                    "",
                    "Khóa «" + Shown.of(key) + "» có " + indexes.length + " chỉ số, structure có " + dimensions.size()
                            + " chiều; hãy kiểm tra dịch vụ của nguồn.",
                    "The key «" + Shown.of(key) + "» has " + indexes.length + " indexes, the structure "
                            + dimensions.size() + " dimensions; check the source's service.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < indexes.length; i++) {
            values.put(dimensions.get(i).id(), dimensions.get(i).at(indexes[i]));
        }
        return values;
    }

    /** What a list says of its components, from a place on; entries behind the last one are notes and left out. */
    static void read(List<SdmxComponent> components, List<?> written, int from, Map<String, Object> into) {
        for (int i = 0; i < components.size(); i++) {
            Object value = from + i < written.size() ? written.get(from + i) : "";
            String id = components.get(i).id();
            components.get(i).read(value).ifPresent(read -> into.put(id, read));
        }
    }
}
