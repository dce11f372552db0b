package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Measurements of ambient air as {@code AirQualityObserved}, one entity for each measured value. */
final class AirQualityModel implements EntityModel {
    private static final Map<String, String> POLLUTANTS = Map.ofEntries(
            Map.entry("PM2.5", "pm25"),
            Map.entry("PM10", "pm10"),
            Map.entry("SO2", "so2"),
            Map.entry("NO", "no"),
            Map.entry("NO2", "no2"),
            Map.entry("NOx", "nox"),
            Map.entry("CO", "co"),
            Map.entry("O3", "o3"));
    /** What is only ever measured in ambient air; the others may come from a chimney, whose units are larger. */
    private static final Set<String> AMBIENT = Set.of("PM2.5", "PM10", "O3");

    private static final String AMBIENT_UNIT = "ug/m3";

    @Override
    public String name() {
        return "AirQualityObserved";
    }

    @Override
    public String iri() {
        return SmartModels.HOME + "dataModel.Environment/AirQualityObserved";
    }

    @Override
    public String recordType() {
        return "observation";
    }

    @Override
    public boolean fitsAll() {
        return false;
    }

    @Override
    public boolean fits(JsonNode data) {
        String property = data.path("property").asText();
        return POLLUTANTS.containsKey(property)
                && (AMBIENT.contains(property) || data.path("unit").asText().equals(AMBIENT_UNIT));
    }

    @Override
    public void fill(Draft draft) {
        String observed = draft.look("phenomenonTime").asText();
        draft.put(
                        POLLUTANTS.get(draft.look("property").asText()),
                        Attribute.property(draft.take("value"))
                                .in(Units.code(draft.look("unit").asText()))
                                .at(Moments.utc(observed)))
                .moment("phenomenonTime", "dateObserved");
    }
}
