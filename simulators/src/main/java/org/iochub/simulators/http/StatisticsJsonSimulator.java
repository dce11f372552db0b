package org.iochub.simulators.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.http.SdmxJsonMessage.Figure;

/** A statistics office's SDMX web service: one dataflow as SDMX-JSON 2.0, whole or what was updated after a time. */
public final class StatisticsJsonSimulator implements Simulator {
    private static final String FLOW = "rest/data/dataflow/CTK/XAHOI/1.0/*";
    private static final String TYPE = "application/vnd.sdmx.data+json;version=2.0.0";
    private static final OffsetDateTime FIRST_RELEASE =
            OffsetDateTime.of(2024, 4, 2, 8, 0, 0, 0, ZoneOffset.ofHours(7));
    private static final int QUARTERS = 5;

    private record Released(Figure figure, OffsetDateTime at) {}

    private final List<Released> released = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Random random;
    private final Site site;

    public StatisticsJsonSimulator(long seed) {
        this.random = new Random(seed);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            release(quarter);
        }
        this.site = new Site(this::answer);
    }

    /** What is released after one quarter: provisional figures, the quarter before made final, and now and then dirt. */
    private void release(int quarter) {
        OffsetDateTime at = FIRST_RELEASE.plusMonths(3L * quarter);
        String period = period(quarter);
        for (String sex : List.of("_T", "F", "M")) {
            add(at, "Replace", List.of("UNEMP", "Q", "VN-49", "AC", sex), period, figure(2, 1), "PC", "0", "P");
            add(at, "Replace", List.of("LABOUR", "Q", "VN-49", "AC", sex), period, figure(400, 60), "PS", "3", "P");
        }
        add(at, "Replace", List.of("UNEMP", "Q", "VN", "AC", "_T"), period, figure(2, 1), "PC", "0", "P");
        if (quarter > 0) {
            String before = period(quarter - 1);
            add(at, "Replace", List.of("UNEMP", "Q", "VN-49", "AC", "_T"), before, figure(2, 1), "PC", "0", "A");
        }
        if (quarter == 2) {
            add(at, "Delete", List.of("LABOUR", "Q", "VN-49", "AC", "M"), period(0), null, "PS", "3", "A");
            add(at, "Replace", List.of("UNEMP", "Q", "VN-49", "ES", "_T"), period, null, "PC", "0", "M");
            add(at, "Replace", List.of("UNEMP", "Q", "VN-49", "PL", "_T"), period, "2,5", "PC", "0", "A");
            add(at, "Replace", List.of("POP", "Q", "VN-49", "AC", "_T"), period, figure(1500, 9), "BAREL", "0", "A");
        }
    }

    private static String period(int quarter) {
        return 2024 + quarter / 4 + "-Q" + (quarter % 4 + 1);
    }

    private BigDecimal figure(int least, int more) {
        return BigDecimal.valueOf(least + more * random.nextDouble()).setScale(2, RoundingMode.HALF_UP);
    }

    private void add(
            OffsetDateTime at,
            String action,
            List<String> key,
            String period,
            Object value,
            String unit,
            String multiplier,
            String status) {
        released.add(new Released(new Figure(action, key, period, value, unit, multiplier, status, at.toString()), at));
    }

    @Override
    public String name() {
        return "statistics-json";
    }

    public String url() {
        return site.address() + FLOW;
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        return Map.of(
                "statistics-json-quang-nam",
                Map.of("adapter", name(), "tenant", "quang-nam", "url", url(), "every", "10s"));
    }

    public void misbehave(Misbehaviour misbehaviour) {
        site.misbehave(misbehaviour, asked -> true);
    }

    @Override
    public void close() {
        site.close();
    }

    private Answer answer(Site.Asked asked) throws IOException {
        if (!asked.path().equals("/" + FLOW)) {
            return Answer.html(404, "Không có luồng dữ liệu này");
        }
        if (!asked.headers().getOrDefault("accept", "").startsWith("application/vnd.sdmx.data+json")) {
            return Answer.html(406, "Chỉ có SDMX-JSON");
        }
        OffsetDateTime after;
        try {
            after = OffsetDateTime.parse(asked.query().getOrDefault("updatedAfter", "1970-01-01T00:00:00Z"));
        } catch (DateTimeParseException e) {
            return Answer.html(400, "updatedAfter không phải thời điểm ISO 8601");
        }
        // A figure restated since stands in the answer once, as it is now.
        Map<String, Figure> latest = new LinkedHashMap<>();
        released.stream()
                .filter(one -> one.at().isAfter(after))
                .forEach(one -> latest.put(one.figure().key() + one.figure().period(), one.figure()));
        return latest.isEmpty()
                ? Answer.html(404, "Không có kết quả")
                : Answer.ok(TYPE, json.writeValueAsBytes(SdmxJsonMessage.of(List.copyOf(latest.values()))));
    }
}
