package org.iochub.simulators.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an SDMX-JSON 2.0 data message: a data set for each action, its structure behind the data. */
final class SdmxJsonMessage {
    /**
     * @param key codes by series dimension, in order
     * @param value a number, a text, or null
     */
    record Figure(
            String action,
            List<String> key,
            String period,
            Object value,
            String unit,
            String multiplier,
            String status,
            String updated) {}

    private static final String URN = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=CTK:XAHOI(1.0)";
    private static final List<String> SERIES = List.of("INDICATOR", "FREQ", "REF_AREA", "MEASURE", "SEX");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private SdmxJsonMessage() {}

    static Map<String, Object> of(List<Figure> figures) {
        return new SdmxJsonMessage().write(figures);
    }

    private Map<String, Object> write(List<Figure> figures) {
        Map<String, Map<String, Object>> sets = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Map<String, Object> set = sets.computeIfAbsent(figure.action(), action -> {
                Map<String, Object> made = new LinkedHashMap<>();
                made.put("structure", 0);
                made.put("action", action);
                made.put("series", new LinkedHashMap<String, Object>());
                return made;
            });
            add(child(set, "series"), figure);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dataSets", List.copyOf(sets.values()));
        data.put("structures", List.of(structure()));
        return Map.of("meta", Map.of("id", "mo-phong"), "data", data);
    }

    private void add(Map<String, Object> series, Figure figure) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < SERIES.size(); i++) {
            key.append(i == 0 ? "" : ":")
                    .append(index(SERIES.get(i), figure.key().get(i)));
        }
        Map<String, Object> one = child(series, key.toString());
        child(one, "observations").put(Integer.toString(index("TIME_PERIOD", figure.period())), observation(figure));
        one.put("attributes", List.of(index("UNIT_MEASURE", figure.unit()), index("UNIT_MULT", figure.multiplier())));
    }

    private List<Object> observation(Figure figure) {
        List<Object> written = new ArrayList<>();
        written.add(figure.value());
        written.add(index("OBS_STATUS", figure.status()));
        written.add(figure.updated());
        return written;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }

    private int index(String component, String code) {
        List<String> known = values.computeIfAbsent(component, id -> new ArrayList<>());
        if (!known.contains(code)) {
            known.add(code);
        }
        return known.indexOf(code);
    }

    private Map<String, Object> structure() {
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.put("links", List.of(Map.of("urn", URN, "rel", "dataflow")));
        structure.put(
                "dimensions",
                Map.of(
                        "dataSet", List.of(Map.of("id", "ACTIVITY", "values", List.of(Map.of("id", "_T")))),
                        "series", SERIES.stream().map(this::component).toList(),
                        "observation", List.of(component("TIME_PERIOD"))));
        structure.put(
                "attributes",
                Map.of(
                        "series", List.of(component("UNIT_MEASURE"), component("UNIT_MULT")),
                        "observation", List.of(component("OBS_STATUS"), Map.of("id", "LAST_UPDATE"))));
        return structure;
    }

    private Map<String, Object> component(String id) {
        return Map.of(
                "id",
                id,
                "values",
                values.getOrDefault(id, List.of()).stream()
                        .map(code -> Map.of("id", code))
                        .toList());
    }
}
