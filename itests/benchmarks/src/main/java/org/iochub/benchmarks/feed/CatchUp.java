package org.iochub.benchmarks.feed;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.benchmarks.CpuByThread;
import org.iochub.core.access.PersonalLevel;

/** A reader that catches up, in pages over HTTP, and the plain program take turns on the same rows. */
final class CatchUp {
    private static final double TARGET = 0.6;
    /** The compiler needs some seconds for code this wide. */
    private static final int WARM_UPS = 3;

    private interface Reading {
        int rows() throws Exception;
    }

    private final ServedHub hub;
    private final int records;
    private final PrintStream out;
    private final Map<String, Reading> contenders = new LinkedHashMap<>();

    CatchUp(ServedHub hub, int records, PrintStream out) {
        this.hub = hub;
        this.records = records;
        this.out = out;
        String full = hub.key(PersonalLevel.FULL);
        String masked = hub.key(PersonalLevel.MASKED);
        String schema = hub.url() + "/api/v1/types/" + ServedHub.TYPE + "/v1/schema";
        contenders.put("plain", () -> new PlainReader().read(hub.folder(), schema));
        contenders.put("batch", () -> pages(full, true));
        contenders.put("ndjson", () -> pages(full, false));
        contenders.put("masked ndjson", () -> pages(masked, false));
    }

    void run(int rounds) throws Exception {
        out.printf("catching up: %,d rows, limit 10000, no compression; rows/s and CPU us/row%n", records);
        for (int i = 0; i < WARM_UPS; i++) {
            for (Reading each : contenders.values()) {
                rate(each);
            }
        }
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, Reading> each : contenders.entrySet()) {
                CpuByThread cpu = new CpuByThread();
                double rate = rate(each.getValue());
                long used =
                        cpu.nanos().values().stream().mapToLong(Long::longValue).sum();
                rates.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(rate);
                out.printf("  %-14s %d %,12.0f %8.1f%n", each.getKey(), i + 1, rate, used / 1e3 / records);
            }
        }
        for (String name : contenders.keySet()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                ratios.add(rates.get(name).get(i) / rates.get("plain").get(i));
            }
            if (!name.equals("plain")) {
                out.printf(
                        "ratio %s/plain: %s; median %.2f%s%n",
                        name,
                        String.join(", ", ratios.stream().map("%.2f"::formatted).toList()),
                        Figures.median(ratios),
                        name.startsWith("masked") ? "" : " (target: at least %.2f)".formatted(TARGET));
            }
        }
    }

    private double rate(Reading reading) throws Exception {
        System.gc();
        long start = System.nanoTime();
        int rows = reading.rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (rows != records) {
            throw new IllegalStateException(rows + " rows instead of " + records);
        }
        return records / seconds;
    }

    private int pages(String key, boolean array) throws Exception {
        PageReader reader = new PageReader(hub.url(), key, array);
        int rows = 0;
        for (int page = reader.page(); page > 0; page = reader.page()) {
            rows += page;
        }
        return rows;
    }
}
