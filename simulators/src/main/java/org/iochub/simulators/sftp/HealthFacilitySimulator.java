package org.iochub.simulators.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/**
 * Monthly lists of health facilities and their beds behind one SFTP server, an account for each authority, in three
 * encodings by turns. The months lie on both sides of 2025-07-01.
 */
public final class HealthFacilitySimulator implements Simulator {
    private static final String PASSWORD = "simulated";
    private static final String DIRECTORY = "y-te";
    private static final String HEADINGS = "Loại;Mã cơ sở;Tên cơ sở;Cơ quan chủ quản;Mã ĐVHC;Kinh độ;Vĩ độ;Trạng thái;"
            + "Khoa;Kỳ;Giường kế hoạch;Giường thực kê;Ngày điều trị;Cập nhật";
    /** Communes that bore their code before the reform and after it, by tenant. */
    private static final Map<String, List<String>> COMMUNES = new TreeMap<>(Map.of(
            "duc-pho", List.of("21439", "21451"),
            "quang-nam", List.of("20341", "20350"),
            "quang-ngai", List.of("21025", "21028", "21172")));

    private final Path directory = TemporaryDirectory.make("health-facilities");
    private final SftpHost host;

    /** The same seed gives the same figures. */
    public HealthFacilitySimulator(long seed) {
        long own = seed;
        for (Map.Entry<String, List<String>> place : COMMUNES.entrySet()) {
            fill(directory.resolve(place.getKey()).resolve(DIRECTORY), place.getValue(), new Random(own++));
        }
        write(directory.resolve("password"), PASSWORD.getBytes(StandardCharsets.UTF_8));
        this.host = new SftpHost(
                0,
                COMMUNES.keySet().stream().collect(Collectors.toMap(account -> account, directory::resolve)),
                PASSWORD);
    }

    private static void fill(Path home, List<String> communes, Random random) {
        for (int month = 5; month <= 8; month++) {
            write(home.resolve("giuong-benh-2025-0" + month + ".csv"), encoded(month(communes, month, random), month));
        }
    }

    private static String month(List<String> communes, int month, Random random) {
        String period = "tháng " + month + "/2025";
        String updated = String.format("%02d/%02d/2025 09:30", 2 + random.nextInt(5), month + 1);
        StringBuilder rows = new StringBuilder(HEADINGS).append("\r\n");
        for (int n = 0; n < communes.size(); n++) {
            String commune = communes.get(n);
            String hospital = "9" + commune.substring(1);
            int beds = 120 + 40 * n;
            row(rows, "BV", hospital, "Bệnh viện số " + (n + 1), commune, "108,9;14,8;Hoạt động;;", beds, updated);
            row(
                    rows,
                    "TYT",
                    "8" + commune.substring(1),
                    "\"Trạm Y tế; cơ sở " + (n + 1) + "\"",
                    commune + ".0",
                    ";;Hoạt động;;",
                    0,
                    updated);
            for (String department : List.of("Nội", "Ngoại", "Nhi")) {
                int planned = beds / 3;
                rows.append("GIUONG;")
                        .append(hospital)
                        .append(";;;")
                        .append(commune)
                        .append(";;;;");
                rows.append(department)
                        .append(';')
                        .append(period)
                        .append(';')
                        .append(planned)
                        .append(';');
                rows.append(planned - 5 + random.nextInt(10)).append(';');
                rows.append(dotted(planned * 25 + random.nextInt(100))).append(';');
                rows.append(updated).append("\r\n");
            }
        }
        if (month == 6) {
            rows.append("PX;70001;Phòng xét nghiệm;;").append(communes.get(0)).append(";;;Hoạt động;;;;;;");
            rows.append(updated).append("\r\nBV;70002;Thiếu cột\r\n");
        }
        return rows.toString();
    }

    private static void row(
            StringBuilder rows,
            String kind,
            String code,
            String name,
            String commune,
            String middle,
            int beds,
            String updated) {
        rows.append(String.join(";", kind, code, name, "Sở Y tế", commune, middle, beds == 0 ? "" : "" + beds));
        rows.append(";;;").append(updated).append("\r\n");
    }

    private static String dotted(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
    }

    private static byte[] encoded(String text, int month) {
        return switch (month % 3) {
            case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
            case 1 -> ("\ufeff" + Normalizer.normalize(text, Normalizer.Form.NFD)).getBytes(StandardCharsets.UTF_8);
            default -> tonesApart(text).getBytes(Charset.forName("windows-1258"));
        };
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
        return "health-facilities";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        for (String tenant : COMMUNES.keySet()) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", name());
            settings.put("tenant", tenant);
            settings.put("host", "127.0.0.1");
            settings.put("port", Integer.toString(host.port()));
            settings.put("user", tenant);
            settings.put("password", "file:" + directory.resolve("password").toAbsolutePath());
            settings.put("hostKey", host.hostKey());
            settings.put("every", "5s");
            settings.put("settle", "1s");
            instances.put("health-facilities-" + tenant, settings);
        }
        return instances;
    }

    /** Where an account's files lie. */
    public Path files(String account) {
        return directory.resolve(account).resolve(DIRECTORY);
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
