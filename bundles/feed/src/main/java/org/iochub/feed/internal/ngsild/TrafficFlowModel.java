package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts, speeds and occupancies of lanes as {@code TrafficFlowObserved}, one entity for each measured value. */
final class TrafficFlowModel implements EntityModel {
    /** {@code count.car.lane-1}, {@code speed.lane-2}: the quantity, the vehicles, the lane. */
    private static final Pattern PROPERTY =
            Pattern.compile("(count|speed|occupancy)(?:\\.([a-z]+))?(?:\\.lane-(\\d{1,4}))?");
    /** The model's words where they are not the hub's. */
    private static final Map<String, String> VEHICLES = Map.of("truck", "lorry");

    @Override
    public String name() {
        return "TrafficFlowObserved";
    }

    @Override
    public String iri() {
        return SmartModels.HOME + "dataModel.Transportation/TrafficFlowObserved";
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
        Matcher property = PROPERTY.matcher(data.path("property").asText());
        String unit = data.path("unit").asText();
        // The model fixes the units: vehicles, km/h, a share of one.
        return property.matches()
                && switch (property.group(1)) {
                    case "speed" -> unit.equals("km/h");
                    case "occupancy" -> unit.equals("%") || unit.equals("1");
                    default -> true;
                };
    }

    @Override
    public void fill(Draft draft) {
        Matcher property = PROPERTY.matcher(draft.look("property").asText());
        if (!property.matches()) {
            return;
        }
        String observed = Moments.utc(draft.look("phenomenonTime").asText());
        JsonNode value = draft.take("value");
        switch (property.group(1)) {
            case "count" -> draft.put("intensity", Attribute.property(value).at(observed));
            case "speed" ->
                draft.put(
                        "averageVehicleSpeed",
                        Attribute.property(value).in(Optional.of("KMH")).at(observed));
            default ->
                draft.put("occupancy", Attribute.property(share(value, draft)).at(observed));
        }
        Optional.ofNullable(property.group(2))
                .ifPresent(vehicle -> draft.text("vehicleType", VEHICLES.getOrDefault(vehicle, vehicle)));
        Optional.ofNullable(property.group(3))
                .ifPresent(lane -> draft.put("laneId", Attribute.property(IntNode.valueOf(Integer.parseInt(lane)))));
        draft.moment("phenomenonTime", "dateObserved");
    }

    private static JsonNode share(JsonNode value, Draft draft) {
        return value.isNumber() && draft.look("unit").asText().equals("%")
                ? DecimalNode.valueOf(value.decimalValue().divide(BigDecimal.valueOf(100)))
                : value;
    }
}
