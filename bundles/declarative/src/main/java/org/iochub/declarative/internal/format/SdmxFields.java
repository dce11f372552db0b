package org.iochub.declarative.internal.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.model.FaultException;

/** Makes the fields of observations of one data set, named like the columns of SDMX-CSV. */
final class SdmxFields {
    /** As in SDMX-CSV; without an action, what is there is information. */
    private static final Map<String, String> ACTIONS =
            Map.of("Information", "I", "Append", "A", "Merge", "M", "Replace", "R", "Delete", "D");

    /** @param key indexes by dimension; empty where a group holds for every value */
    private record Group(List<String> key, List<?> attributes) {}

    private final SdmxStructure structure;
    private final Map<String, Object> ofSet = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /** @throws FaultException {@code index-out-of-range} */
    SdmxFields(SdmxStructure structure, Map<String, Object> dataSet) {
        this.structure = structure;
        structure.kind().ifPresent(kind -> ofSet.put("STRUCTURE", kind));
        structure.id().ifPresent(id -> ofSet.put("STRUCTURE_ID", id));
        String action = String.valueOf(dataSet.getOrDefault("action", "Information"));
        ofSet.put("ACTION", ACTIONS.getOrDefault(action, action));
        for (SdmxComponent dimension : structure.setDimensions()) {
            ofSet.put(dimension.id(), dimension.at("0"));
        }
        SdmxStructure.read(structure.setAttributes(), SdmxStructure.list(dataSet.get("attributes")), 0, ofSet);
        SdmxStructure.object(dataSet.get("dimensionGroupAttributes"))
                .forEach((key, attributes) ->
                        groups.add(new Group(List.of(key.split(":", -1)), SdmxStructure.list(attributes))));
    }

    /**
     * @param series the series' key; empty where there are no series
     * @param ofSeries the series' attributes
     * @param key the observation's own key
     * @param written measures, then attributes; empty when the observation is null
     * @throws FaultException {@code bad-key}, {@code index-out-of-range}
     */
    Map<String, Object> of(String series, List<?> ofSeries, String key, List<?> written) {
        Map<String, Object> fields = new LinkedHashMap<>(ofSet);
        fields.putAll(SdmxStructure.key(structure.seriesDimensions(), series));
        fields.putAll(SdmxStructure.key(structure.dimensions(), key));
        String whole = series.isEmpty() ? key : key.isEmpty() ? series : series + ":" + key;
        List<String> indexes = List.of(whole.split(":", -1));
        for (Group group : groups) {
            if (holds(group, indexes)) {
                SdmxStructure.read(structure.groupAttributes(), group.attributes(), 0, fields);
            }
        }
        SdmxStructure.read(structure.seriesAttributes(), ofSeries, 0, fields);
        SdmxStructure.read(structure.measures(), written, 0, fields);
        SdmxStructure.read(structure.attributes(), written, structure.measures().size(), fields);
        return Collections.unmodifiableMap(fields);
    }

    /** The dimensions of the data set as a whole may stand in front, or be left out. */
    private static boolean holds(Group group, List<String> indexes) {
        int before = group.key().size() - indexes.size();
        if (before < 0) {
            return false;
        }
        for (int i = 0; i < indexes.size(); i++) {
            String wanted = group.key().get(before + i);
            if (!wanted.isEmpty() && !wanted.equals("~") && !wanted.equals(indexes.get(i))) {
                return false;
            }
        }
        return true;
    }
}
