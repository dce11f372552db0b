package org.iochub.routes.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.iochub.api.Change;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Incident;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportNormalizerTest {
    private static final String CALENDAR =
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";

    @Test
    void stopsBecomeFacilitiesAndTheListIsComplete() throws IOException {
        List<Change> changes = changes(Example.zip(Example.feed()));

        List<Facility> stops = data(changes, Facility.class);
        assertThat(stops).extracting(Facility::facilityCode).containsExactly("S1", "S2");
        assertThat(stops.get(0).name()).isEqualTo("Chợ Mẫu, \"cổng\" bắc");
        assertThat(stops.get(0).location()).contains(new Location(108.8, 15.12));
        assertThat(stops.get(0).org()).contains("Xe buýt mẫu");
        assertThat(stops.get(0).updatedAt()).hasToString("2026-03-02T00:00+07:00");
        assertThat(changes.get(2))
                .isInstanceOfSatisfying(
                        Change.ListComplete.class,
                        list -> assertThat(list.type()).isEqualTo(RecordTypes.FACILITY));
        assertThat(stops)
                .allSatisfy(stop -> assertThat(
                                RecordValidator.of(RecordTypes.FACILITY).validate(stop))
                        .isEmpty());
    }

    @Test
    void tripsAreAveragedOverTheWeekdaysWithTheirExceptions() throws IOException {
        List<Change> changes = changes(Example.zip(Example.feed()));

        assertThat(figures(changes))
                .containsEntry("transport.routes bus", 2.0)
                .containsEntry("transport.routes other", 1.0)
                // One of two Mondays off; one Tuesday with a trip more.
                .containsEntry("transport.bus-trips-per-day monday", 1.0)
                .containsEntry("transport.bus-trips-per-day tuesday", 2.5)
                .containsEntry("transport.bus-trips-per-day wednesday", 2.0)
                .containsEntry("transport.bus-trips-per-day sunday", 3.0)
                .hasSize(9);
        assertThat(data(changes, Indicator.class)).allSatisfy(indicator -> {
            assertThat(indicator.period()).isEqualTo("2026-03-02/2026-03-15");
            assertThat(RecordValidator.of(RecordTypes.INDICATOR).validate(indicator))
                    .isEmpty();
        });
    }

    @Test
    void theFileSaysWhichVersionItIs() throws IOException {
        TestMessage message = TestMessage.of("gtfs", Example.zip(Example.feed()));
        Change.Upsert<?> dated =
                (Change.Upsert<?>) changes(message.with("last-modified", "Mon, 2 Mar 2026 01:00:00 GMT"))
                        .get(0);

        assertThat(dated.version().order()).hasValue(1_772_413_200_000_000L);
        assertThat(((Facility) dated.data()).updatedAt()).hasToString("2026-03-02T01:00Z");
        assertThat(((Change.Upsert<?>) changes(message).get(0)).version()).isEqualTo(VersionKey.arrival());
    }

    @ParameterizedTest
    @CsvSource({
        "stops.txt,'stop_id,stop_name,stop_lat,stop_lon\nS1,Tên,95,108\n',impossible-location",
        "stops.txt,'stop_id,stop_name,stop_lat,stop_lon\nS1,Tên,x,108\n',impossible-location",
        "stops.txt,'stop_id,stop_name,stop_lat,stop_lon,location_type\nS1,Tên,15,108,7\n',unknown-code",
        "stops.txt,'stop_id,stop_name,stop_lat,stop_lon\n,Tên,15,108\n',missing-field",
        "stops.txt,'stop_id,stop_name,stop_lat,stop_lon\nS1\n',missing-field",
        "routes.txt,'route_id,route_type\nA,3\nB,3\nPHA,4\nX,99\n',unknown-code",
        "routes.txt,'route_id,route_type\nA,3\nB,3\nPHA,4\nA,3\n',repeated-field",
        "trips.txt,'route_id,service_id,trip_id\nX,NGAY,1\n',unknown-reference",
        "trips.txt,'route_id,service_id,trip_id\nA,X,1\n',unknown-reference",
        "calendar_dates.txt,'service_id,date,exception_type\nNGAY,20260230,1\n',impossible-date",
        "calendar_dates.txt,'service_id,date,exception_type\nNGAY,20260302,3\n',unknown-code"
    })
    void refusesABrokenRowAlone(String file, String content, String code) throws IOException {
        List<Change> changes = changes(Example.with(file, content));

        List<Change.Refusal> refusals = changes.stream()
                .filter(Change.Refusal.class::isInstance)
                .map(Change.Refusal.class::cast)
                .toList();
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).fault().code()).isEqualTo(code);
        assertThat(refusals.get(0).fault().where()).startsWith(file + " line ");
        assertThat(data(changes, Indicator.class)).hasSize(9);
    }

    @Test
    void refusesACalendarThatEndsBeforeItBegins() throws IOException {
        List<Change> changes = changes(Example.with(
                "calendar.txt",
                CALENDAR + "NGAY,1,1,1,1,1,1,1,20260315,20260302\nCUOITUAN,0,0,0,0,0,1,1,20260302,20260315\n"));

        // And the trips of the service that is not there.
        assertThat(changes.stream()
                        .filter(Change.Refusal.class::isInstance)
                        .map(change -> ((Change.Refusal) change).fault().code()))
                .containsExactly("impossible-date", "unknown-reference", "unknown-reference", "unknown-reference");
    }

    @Test
    void aCalendarWithoutEndIsCutAfterAYear() throws IOException {
        List<Change> changes = changes(Example.with(
                "calendar.txt",
                CALENDAR + "NGAY,1,1,1,1,1,1,1,20260302,20991231\nCUOITUAN,0,0,0,0,0,1,1,20260302,20991231\n"));

        assertThat(data(changes, Indicator.class).get(0).period()).isEqualTo("2026-03-02/2027-03-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../stops.txt", "/etc/passwd", "a/../../b", "C:\\x", "a\\..\\b"})
    void refusesAZipWithPathsThatLeadOut(String name) {
        assertThatThrownBy(() -> changes(Example.with(name, "x"))).hasMessageStartingWith("bad-archive");
    }

    @Test
    void refusesAZipThatUnpacksToTooMuch() {
        assertThatThrownBy(() -> changes(Example.with("shapes.txt", " ".repeat(5 << 20))))
                .hasMessageStartingWith("too-large");
    }

    @Test
    void refusesWhatIsNoFeed() {
        assertThatThrownBy(() -> changes(Example.zip(Map.of("gtfs/stops.txt", "stop_id\n"))))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("not-a-feed at routes.txt, stops.txt, trips.txt");
        Map<String, String> idle = Example.feed();
        idle.keySet().removeAll(List.of("calendar.txt", "calendar_dates.txt"));
        assertThatThrownBy(() -> changes(Example.zip(idle))).hasMessageStartingWith("missing-calendar");
        assertThatThrownBy(() -> changes(Example.with("routes.txt", "route_id,route_type\n\"A,3\n")))
                .hasMessageStartingWith("not-csv at routes.txt line 2");
        assertThatThrownBy(() -> changes(Example.with("routes.txt", "route_id\n" + "x".repeat(70_000))))
                .hasMessageStartingWith("not-csv");
    }

    @Test
    void aZipThatBreaksOffIsBrokenContent() {
        byte[] whole = Example.zip(Example.feed());

        assertThatThrownBy(() -> changes(Arrays.copyOf(whole, whole.length / 3)))
                .isInstanceOfAny(EOFException.class, ZipException.class);
    }

    @Test
    void roadWorksBecomeIncidents() throws IOException {
        Change.Upsert<?> change =
                (Change.Upsert<?>) changes(works(work("active", "full"))).get(0);
        Incident incident = (Incident) change.data();

        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.status()).isEqualTo(IncidentStatus.ACTIVE);
        assertThat(incident.category()).isEqualTo("road-works");
        assertThat(incident.issuedAt()).isEqualTo(incident.validFrom().orElseThrow());
        assertThat(change.area())
                .hasValueSatisfying(area -> assertThat(area.code()).isEqualTo("21025"));
        assertThat(RecordValidator.of(RecordTypes.INCIDENT).validate(incident)).isEmpty();
        assertThat(((Change.Upsert<?>) changes(works(work("finished", "none"))).get(0)).data())
                .extracting("status")
                .isEqualTo(IncidentStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource({
        "active,mở tiệc,unknown-code",
        "full,half,unknown-code",
        "2026-03-02T08:00:00+07:00,2026-02-30T08:00:00+07:00,impossible-date",
        "2026-03-02T08:00:00+07:00,2026-03-02T08:00:00,impossible-date",
        "2026-03-20T00:00:00+07:00,2026-02-20T00:00:00+07:00,impossible-date",
        "15.12,95.12,impossible-location",
        "W-1,'',missing-field",
        "21025,phường,unknown-code"
    })
    void refusesABrokenWorkAlone(String sound, String broken, String code) throws IOException {
        List<Change> changes = changes(works(work("active", "full").replace(sound, broken), work("active", "full")));

        assertThat(((Change.Refusal) changes.get(0)).fault().code()).isEqualTo(code);
        assertThat(changes.get(1)).isInstanceOf(Change.Upsert.class);
    }

    private static byte[] works(String... works) {
        return ("{\"roadWorks\": [" + String.join(",", works) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static String work(String status, String closure) {
        return "{\"id\":\"W-1\",\"title\":\"Sửa đường Mẫu\",\"status\":\"" + status + "\",\"closure\":\"" + closure
                + "\",\"startsAt\":\"2026-03-01T00:00:00+07:00\",\"endsAt\":\"2026-03-20T00:00:00+07:00\","
                + "\"updatedAt\":\"2026-03-02T08:00:00+07:00\",\"lat\":15.12,\"lon\":108.8,\"areaCode\":\"21025\"}";
    }

    private static List<Change> changes(byte[] body) throws IOException {
        return changes(TestMessage.of("message", body));
    }

    private static List<Change> changes(TestMessage message) throws IOException {
        TransportNormalizer normalizer =
                new TransportNormalizer(TestSource.of(Example.settings(), AreaRegistry.builtIn()));
        try (Stream<Change> changes = normalizer.normalize(message)) {
            return changes.toList();
        }
    }

    private static <T> List<T> data(List<Change> changes, Class<T> type) {
        return changes.stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> ((Change.Upsert<?>) change).data())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Map<String, Double> figures(List<Change> changes) {
        Map<String, Double> figures = new TreeMap<>();
        data(changes, Indicator.class)
                .forEach(indicator -> figures.put(
                        indicator.indicatorCode() + " "
                                + indicator.breakdown().getOrDefault("mode", "")
                                + indicator.breakdown().getOrDefault("weekday", ""),
                        indicator.value()));
        return figures;
    }
}
