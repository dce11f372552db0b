package org.iochub.simulators.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** Monthly files of visitors and lodging behind one FTP server, some in windows-1258, some in UTF-8 with its mark. */
public final class TourismFtpSimulator implements Simulator {
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final String PASSWORD = "simulated";
    private static final String HEADINGS = "Loại;Mã;Tên;Mã ĐVHC;Kỳ;Giá trị;Đơn vị;Cập nhật";
    /** Area codes by tenant, as they were in 2025's first half. */
    private static final Map<String, String> AREAS = Map.of("quang-ngai", "51", "duc-pho", "534");

    private final Path directory = TemporaryDirectory.make("tourism");
    private final FtpHost host;

    public TourismFtpSimulator(long seed) {
        AREAS.forEach((tenant, area) -> fill(directory.resolve(tenant), area, new Random(seed + area.hashCode())));
        write(directory.resolve("password"), PASSWORD.getBytes(StandardCharsets.UTF_8));
        Map<String, Path> homes = new LinkedHashMap<>();
        AREAS.keySet().forEach(tenant -> homes.put(tenant, directory.resolve(tenant)));
        this.host = new FtpHost(0, homes, PASSWORD);
    }

    private static void fill(Path home, String area, Random random) {
        for (int month = 1; month <= 6; month++) {
            boolean old = month % 2 == 1;
            String text = month(area, month, random);
            byte[] bytes =
                    old ? tonesApart(text).getBytes(WINDOWS_1258) : ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            write(home.resolve("du-lich/luot-khach-2025-0" + month + ".csv"), bytes);
        }
    }

    private static String month(String area, int month, Random random) {
        String updated = String.format("%02d/%02d/2025 09:30", 2 + random.nextInt(5), month + 1);
        StringBuilder rows = new StringBuilder(HEADINGS).append("\r\n");
        row(rows, "LUOTKHACH;;;" + area + ";tháng " + month + "/2025;" + dotted(random, 180_000) + ";lượt", updated);
        row(rows, "KHACHQT;;;" + area + ";tháng " + month + "/2025;" + decimal(random) + ";nghìn lượt", updated);
        row(rows, "DOANHTHU;;;" + area + ";lũy kế tháng " + month + "/2025;" + decimal(random) + ";tỷ đồng", updated);
        row(rows, "CONGSUAT;;;" + area + ";tháng " + month + "/2025;" + decimal(random) + ";%", updated);
        for (int hotel = 1; hotel <= 4; hotel++) {
            int rooms = 20 * hotel + random.nextInt(15);
            String name = "\"Nhà nghỉ Gió Biển; số " + hotel + "\"";
            row(rows, "LUUTRU;LT-" + area + "-" + hotel + ";" + name + ";" + area + ";;" + rooms + ";", updated);
        }
        if (month == 4) {
            row(rows, "TAUBIEN;;;" + area + ";tháng 4/2025;12;lượt", updated);
            rows.append("LUOTKHACH;;;").append(area).append("\r\n");
        }
        return rows.toString();
    }

    private static void row(StringBuilder rows, String cells, String updated) {
        rows.append(cells).append(';').append(updated).append("\r\n");
    }

    private static String dotted(Random random, int about) {
        return String.format(Locale.ROOT, "%,d", about + random.nextInt(40_000)).replace(',', '.');
    }

    private static String decimal(Random random) {
        return String.format(Locale.ROOT, "%.1f", 20 + 60 * random.nextDouble()).replace('.', ',');
    }

    /** As windows-1258 has it: the vowel, then its tone as a character of its own. */
    private static String tonesApart(String text) {
        StringBuilder apart = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String marks = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
            String tone = marks.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            String vowel = marks.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            apart.append(Normalizer.normalize(vowel, Normalizer.Form.NFC)).append(tone);
        });
        return apart.toString();
    }

    @Override
    public String name() {
        return "culture-tourism";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        AREAS.keySet().stream().sorted().forEach(tenant -> {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", name());
            settings.put("tenant", tenant);
            settings.put("host", "127.0.0.1");
            settings.put("port", Integer.toString(host.port()));
            settings.put("user", tenant);
            settings.put("password", "file:" + directory.resolve("password").toAbsolutePath());
            settings.put("every", "5s");
            settings.put("settle", "1s");
            instances.put("tourism-" + tenant, settings);
        });
        return instances;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        host.close();
        TemporaryDirectory.remove(directory);
    }
}
