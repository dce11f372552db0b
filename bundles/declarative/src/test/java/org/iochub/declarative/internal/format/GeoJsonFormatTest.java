package org.iochub.declarative.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.format.Reading.fault;
import static org.iochub.declarative.internal.format.Reading.rows;
import static org.iochub.declarative.internal.format.Reading.value;
import static org.iochub.declarative.internal.format.Reading.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeoJsonFormatTest {
    @Test
    void featuresComeWithPropertiesAndPlace() {
        List<Row> rows = rows("geojson", "{}", """
                {"type":"FeatureCollection","name":"x","features":[
                {"type":"Feature","id":"F1","geometry":{"type":"Point","coordinates":[108.96,14.8,3]},"properties":{"ten":"Bến xe"}},
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[108,14],[110,14],[110,15],[108,14]]]},"properties":null},
                {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
                  {"type":"Point","coordinates":[100,10]},{"type":"LineString","coordinates":[[120,10.5],[130,11]]}]}},
                {"type":"Feature","geometry":null,"properties":{"a":1}},
                {"type":"Feature","geometry":{"type":"Point","coordinates":["108",14]},"properties":{}},
                {"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{}},
                {"type":"Topology"},
                {"type":"Feature","properties":{"a":2}}]}""");
        assertThat(value(rows.get(0)))
                .containsEntry("ten", "Bến xe")
                .containsEntry("@id", "F1")
                .containsEntry("longitude", new BigDecimal("108.96"))
                .containsEntry("latitude", new BigDecimal("14.8"))
                .containsKey("geometry");
        assertThat(value(rows.get(1)).get("@centroid"))
                .isEqualTo(Map.of("longitude", new BigDecimal("109"), "latitude", new BigDecimal("14.5")));
        assertThat(value(rows.get(2)).get("@centroid"))
                .isEqualTo(Map.of("longitude", new BigDecimal("115"), "latitude", new BigDecimal("10.5")));
        assertThat(value(rows.get(3))).isEqualTo(Map.of("a", 1L));
        assertThat(rows.subList(4, 7).stream().map(Reading::fault))
                .containsExactly("bad-geometry", "bad-geometry", "not-a-feature");
        assertThat(value(rows.get(7))).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void theCoordinateSystemIsToldWhereverItStands() {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::5898\"}}";
        String features = """
                "features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[585986.051,1672256.866]}},
                {"type":"Feature","crs":{"properties":{"name":"EPSG:4326"}},"properties":{"a":1}}]""";
        for (String body : List.of("{" + crs + "," + features + "}", "{" + features + "," + crs + "}")) {
            List<Row> rows = rows("geojson", "{}", body);
            assertThat(value(rows.get(0)))
                    .containsEntry("@crs", "urn:ogc:def:crs:EPSG::5898")
                    .containsEntry("latitude", new BigDecimal("1672256.866"));
            assertThat(value(rows.get(1))).containsEntry("@crs", "EPSG:4326");
        }
        assertThat(value(
                        rows("geojson", "{}", "{\"crs\":null," + features + "}").get(0)))
                .doesNotContainKey("@crs");
    }

    @Test
    void ringsCloseAndMayGoEitherWay() {
        String outer = "[[108,14],[110,14],[110,16],[108,16],[108,14]]";
        String hole = "[[108.5,14.5],[109,14.5],[109,15],[108.5,14.5]]";
        List<Row> rows = rows(
                "geojson",
                "{}",
                "{\"features\":["
                        + polygon("Polygon", "[" + outer + "," + hole + "]") + ","
                        + polygon("Polygon", "[[[108,14],[108,16],[110,16],[110,14],[108,14]]]") + ","
                        + polygon("MultiPolygon", "[[" + outer + "]]") + ","
                        + polygon("Polygon", "[[[108,14],[110,14],[110,16],[108,16]]]") + ","
                        + polygon("Polygon", "[[[108,14],[110,14],[108,14]]]") + ","
                        + polygon("MultiPolygon", "[[[[108,14],[110,14],[110,15],[109,15]]]]") + ","
                        + polygon("Polygon", "[]") + "]}");
        for (Row sound : rows.subList(0, 3)) {
            assertThat(value(sound).get("@centroid"))
                    .isEqualTo(Map.of("longitude", new BigDecimal("109"), "latitude", new BigDecimal("15")));
        }
        assertThat(rows.subList(3, 7).stream().map(Reading::fault)).containsOnly("bad-geometry");
    }

    private static String polygon(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    @Test
    void oneFeatureMayBeTheMessage() {
        assertThat(values(rows("geojson", "records: /", "{\"type\":\"Feature\",\"properties\":{\"a\":1}}")))
                .containsExactly(Map.of("a", 1L));
    }

    @Test
    void whatBreaksOffGivesWhatCameBefore() {
        List<Row> rows = rows("geojson", "{}", "{\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1}},{\"ty");
        assertThat(value(rows.get(0))).isEqualTo(Map.of("a", 1L));
        assertThat(fault(rows.get(1))).isEqualTo("truncated-message");
    }
}
