package org.iochub.simulators.http;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.iochub.simulators.Simulator;

/** A statistics office's SDMX web service: one dataflow as SDMX-CSV 2.0, whole or what was updated after a time. */
public final class StatisticsSimulator implements Simulator {
    private static final String FLOW = "rest/data/dataflow/CTK/KTXH/1.0/*";
    private static final String TYPE = "application/vnd.sdmx.data+csv;version=2.0.0";
    private static final String HEADINGS = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,FREQ,REF_AREA,MEASURE,SEX,ACTIVITY,"
            + "TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,LAST_UPDATE\r\n";
    private static final OffsetDateTime FIRST_RELEASE =
            OffsetDateTime.of(2024, 2, 2, 8, 0, 0, 0, ZoneOffset.ofHours(7));
    private static final int MONTHS = 15;

    private record Row(String text, OffsetDateTime updated) {}

    private final List<Row> rows = new ArrayList<>();
    private final Random random;
    private final Site site;

    public StatisticsSimulator(long seed) {
        this.random = new Random(seed);
        for (int month = 0; month < MONTHS; month++) {
            release(month);
        }
        this.site = new Site(this::answer);
    }

    /** What is released after one month: provisional figures, the month before made final, and now and then dirt. */
    private void release(int month) {
        OffsetDateTime at = FIRST_RELEASE.plusMonths(month);
        String period = period(month);
        add(at, "I,IIP,M,VN-49,AC,_T,C," + period + "," + figure(95, 20) + ",IX,0,P");
        add(at, "I,CPI,M,VN-49,AC,_T,_T," + period.replace("-M", "-") + "," + figure(101, 4) + ",IX,0,A");
        add(at, "I,RETAIL,M,VN-49,AC,_T,_T," + period + "," + figure(5200, 900) + ",VND,9,P");
        add(at, "I,RETAIL,M,VN,AC,_T,_T," + period + "," + figure(520_000, 9000) + ",VND,9,P");
        if (month > 0) {
            add(at, "R,IIP,M,VN-49,AC,_T,C," + period(month - 1) + "," + figure(95, 20) + ",IX,0,A");
        }
        if (month % 3 == 2) {
            int quarter = month / 3 % 4 + 1;
            add(
                    at,
                    "I,GRDP,Q,VN-49,AC,_T,_T," + year(month) + "-Q" + quarter + "," + figure(24_000, 3000)
                            + ",VND,9,P");
        }
        if (month == 4) {
            add(at, "D,CPI,M,VN-49,AC,_T,_T," + period(1).replace("-M", "-") + ",,IX,0,A");
            add(at, "I,IIP,M,VN-49,AC,_T,B," + period + ",,IX,0,M");
            add(at, "I,IIP,M,VN-49,AC,_T,D," + period + ",\"104,5\",IX,0,A");
            add(at, "I,TRADE,M,VN-49,AC,_T,_T," + period + ",812,BAREL,0,A");
        }
    }

    private static int year(int month) {
        return 2024 + month / 12;
    }

    private static String period(int month) {
        return String.format("%d-M%02d", year(month), month % 12 + 1);
    }

    private String figure(int least, int more) {
        return String.format(Locale.ROOT, "%.2f", least + more * random.nextDouble());
    }

    private void add(OffsetDateTime updated, String cells) {
        rows.add(new Row("dataflow,CTK:KTXH(1.0)," + cells + "," + updated + "\r\n", updated));
    }

    @Override
    public String name() {
        return "statistics";
    }

    public String url() {
        return site.address() + FLOW;
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.of(
                "statistics-quang-nam", Map.of("adapter", name(), "tenant", "quang-nam", "url", url(), "every", "10s"));
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    @Override
    public void close() {
        site.close();
    }

    private Answer answer(Site.Asked asked) {
        if (!asked.path().equals("/" + FLOW)) {
            return Answer.html(404, "Không có luồng dữ liệu này");
        }
        String accept = asked.headers().getOrDefault("accept", "");
        if (!accept.startsWith("application/vnd.sdmx.data+csv")) {
            return Answer.html(406, "Chỉ có SDMX-CSV");
        }
        OffsetDateTime after;
        try {
            after = OffsetDateTime.parse(asked.query().getOrDefault("updatedAfter", "1970-01-01T00:00:00Z"));
        } catch (DateTimeParseException e) {
            return Answer.html(400, "updatedAfter không phải thời điểm ISO 8601");
        }
        StringBuilder csv = new StringBuilder(HEADINGS);
        rows.stream().filter(row -> row.updated().isAfter(after)).forEach(row -> csv.append(row.text()));
        return csv.length() == HEADINGS.length()
                ? Answer.html(404, "Không có kết quả")
                : Answer.ok(TYPE, csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
