package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.simulators.Simulator;

/**
 * A map server that gives a province's zoning plan as one GeoJSON layer, in metres of VN-2000 as it says behind the
 * features, and answers 304 when nothing changed. The interface is an assumption: none is published.
 */
public final class ConstructionPlanSimulator implements Simulator {
    private static final String LAYER = "quy-hoach/phan-khu.geojson";
    private static final int ZONES = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final long seed;
    private final Site site;
    private int revision;

    public ConstructionPlanSimulator(long seed) {
        this.seed = seed;
        this.site = new Site(this::answer);
    }

    @Override
    public String name() {
        return "construction-plans";
    }

    public String url() {
        return site.address() + LAYER;
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.of(
                "construction-plans-quang-ngai",
                Map.of("adapter", name(), "tenant", "quang-ngai", "url", url(), "every", "10s"));
    }

    /** Every third zone is revised. */
    public synchronized void revise() {
        revision++;
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    @Override
    public void close() {
        site.close();
    }

    private synchronized Answer answer(Site.Asked asked) throws IOException {
        if (!asked.path().equals("/" + LAYER)) {
            return Answer.html(404, "Không có lớp này");
        }
        String tag = "\"r" + revision + "\"";
        if (tag.equals(asked.headers().get("if-none-match"))) {
            return new Answer(304, "application/geo+json", Map.of("ETag", tag), new byte[0]);
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", ZoningPlan.zones(seed, ZONES, revision));
        collection.put("crs", Map.of("type", "name", "properties", Map.of("name", "urn:ogc:def:crs:EPSG::5898")));
        return new Answer(200, "application/geo+json", Map.of("ETag", tag), json.writeValueAsBytes(collection));
    }
}
