package org.iochub.simulators.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.simulators.Simulator;

/** A traffic centre that publishes its situations in DATEX II, in version 2 and in version 3. */
public final class DatexSimulator implements Simulator {
    private static final String[] KINDS = {
        "Accident", "AbnormalTraffic", "ConstructionWorks", "VehicleObstruction", "EnvironmentalObstruction"
    };
    private static final String[] SEVERITIES = {"low", "medium", "high", "highest"};

    private record Situation(
            String id, int version, String kind, String severity, Instant created, Instant changed, boolean ended) {}

    private final Map<String, Situation> situations = new LinkedHashMap<>();
    private final Random random;
    private final Clock clock;
    private final Site site;
    private final ScheduledExecutorService growth = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-traffic-centre");
        thread.setDaemon(true);
        return thread;
    });

    /** A centre where something happens only when it is told to. */
    public DatexSimulator(long seed, Clock clock) {
        this.random = new Random(seed);
        this.clock = clock;
        happen(8);
        this.site = new Site(this::answer);
    }

    /** @param every how often something happens; never when empty */
    public DatexSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        every.ifPresent(pause -> growth.scheduleWithFixedDelay(
                () -> happen(1), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public String name() {
        return "traffic-situations";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.of(
                "traffic-situations-quang-nam",
                Map.of(
                        "adapter", "traffic-situations",
                        "tenant", "quang-nam",
                        "url", url(3).toString(),
                        "area", "49;48",
                        "period", "5s"));
    }

    /** @param version of DATEX II: 2 or 3 */
    public URI url(int version) {
        return site.address().resolve("datex/v" + version + ".xml");
    }

    /** So many new situations. */
    public synchronized void happen(int more) {
        for (int i = 0; i < more; i++) {
            String id = String.format(Locale.ROOT, "TH-%04d", situations.size() + 1);
            Instant now = now();
            situations.put(
                    id,
                    new Situation(
                            id,
                            1,
                            KINDS[random.nextInt(KINDS.length)],
                            SEVERITIES[random.nextInt(SEVERITIES.length)],
                            now,
                            now,
                            false));
        }
    }

    /** The situation is over. */
    public synchronized void end(String id) {
        Situation old = situations.get(id);
        situations.put(
                id,
                new Situation(
                        id,
                        old.version() + 1,
                        old.kind(),
                        old.severity(),
                        old.created(),
                        old.changed().plusSeconds(60),
                        true));
    }

    /** How many situations there are. */
    public synchronized int count() {
        return situations.size();
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    public void down() {
        site.down();
    }

    public void up() {
        site.up();
    }

    @Override
    public void close() {
        growth.shutdownNow();
        site.close();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized Answer answer(Site.Asked asked) {
        boolean third = asked.path().endsWith("v3.xml");
        String etag = "\"" + situations.hashCode() + "\"";
        if (etag.equals(asked.headers().get("if-none-match"))) {
            return new Answer(304, "application/xml", Map.of("ETag", etag), new byte[0]);
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.append(third ? headOf3() : headOf2());
        situations.values().forEach(situation -> write(xml, situation, third));
        dirt(xml, third);
        xml.append(third ? "</d2:payload>" : "</payloadPublication></d2LogicalModel>");
        return new Answer(
                200, "application/xml", Map.of("ETag", etag), xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String headOf2() {
        return "<d2LogicalModel xmlns=\"http://datex2.eu/schema/2/2_0\" modelBaseVersion=\"2\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><exchange/>"
                + "<payloadPublication xsi:type=\"SituationPublication\" lang=\"vi\">";
    }

    private static String headOf3() {
        return "<d2:payload xmlns:d2=\"http://datex2.eu/schema/3/d2Payload\" xmlns=\"http://datex2.eu/schema/3/situation\""
                + " xmlns:com=\"http://datex2.eu/schema/3/common\" xmlns:loc=\"http://datex2.eu/schema/3/locationReferencing\""
                + " xmlns:sit=\"http://datex2.eu/schema/3/situation\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"sit:SituationPublication\">";
    }

    private static void write(StringBuilder xml, Situation one, boolean third) {
        xml.append(record(one, third, "real", "active", "15.5" + one.id().substring(5), one.kind()));
    }

    /** An exercise, an unknown kind, an unknown status, a place that is none. */
    private void dirt(StringBuilder xml, boolean third) {
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        xml.append(record(
                new Situation("TH-X1", 1, "", "low", at, at, false),
                third,
                "technicalExercise",
                "active",
                "15.5",
                "Accident"));
        xml.append(record(
                new Situation("TH-X2", 1, "", "low", at, at, false), third, "real", "active", "15.5", "UfoLanding"));
        xml.append(
                record(new Situation("TH-X3", 1, "", "low", at, at, false), third, "real", "la", "15.5", "Accident"));
        xml.append(record(
                new Situation("TH-X4", 1, "", "low", at, at, false), third, "real", "active", "108.5", "Accident"));
    }

    private static String record(
            Situation one, boolean third, String information, String validity, String latitude, String kind) {
        String com = third ? "com:" : "";
        String loc = third ? "loc:" : "";
        String where = third
                ? "<locationReference xsi:type=\"loc:PointLocation\">%s</locationReference>"
                : "<groupOfLocations xsi:type=\"Point\">%s</groupOfLocations>";
        String point = "<LpointByCoordinates><LpointCoordinates><Llatitude>" + latitude
                + "</Llatitude><Llongitude>108.47" + "</Llongitude></LpointCoordinates></LpointByCoordinates>";
        return "<situation id=\"" + one.id() + "\"><overallSeverity>" + one.severity()
                + "</overallSeverity><headerInformation><Cinformation".replace("<C", "<" + com) + "Status>"
                + information
                + "</" + com + "informationStatus></headerInformation><situationRecord xsi:type=\""
                + (third ? "sit:" : "") + kind + "\" id=\"" + one.id() + "-1\" version=\"" + one.version()
                + "\"><situationRecordCreationTime>" + one.created() + "</situationRecordCreationTime>"
                + "<situationRecordVersionTime>" + one.changed() + "</situationRecordVersionTime><validity><" + com
                + "validityStatus>" + (one.ended() ? "suspended" : validity) + "</" + com + "validityStatus></validity>"
                + "<generalPublicComment><comment><" + com + "values><" + com + "value lang=\"en\">In English</" + com
                + "value><" + com + "value lang=\"vi\">Tình huống " + one.id() + "</" + com + "value></" + com
                + "values></comment></generalPublicComment>"
                + String.format(where, point.replace("<L", "<" + loc).replace("</L", "</" + loc))
                + "</situationRecord></situation>";
    }
}
