package org.iochub.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes what a centre for vessel monitoring might tell of its fleet; the same for the same seed. */
final class MadeUpVoyages {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));

    private final Random random;

    MadeUpVoyages(long seed) {
        this.random = new Random(seed);
    }

    /** Registrations as the province's vessels have them, in the spellings that occur. */
    static String registration(int vessel) {
        return vessel % 4 == 0 ? "QNG 9" + (5000 + vessel) + " TS" : "QNg-9" + (5000 + vessel) + "-TS";
    }

    /** Where a vessel is now; one in ten tells of it hours later, from its store. */
    String position(int vessel, Instant at, int step) {
        boolean stored = random.nextInt(10) == 0;
        Instant received = at.plusSeconds(stored ? 4 * 3600 + random.nextInt(3600) : 20 + random.nextInt(90));
        double latitude = 14.7 + vessel * 0.05 + step * 0.04;
        double longitude = 109.0 + vessel * 0.11 + step * 0.06;
        // Devices lose the satellites now and then.
        boolean lost = random.nextInt(25) == 0;
        return position(
                registration(vessel),
                at,
                received,
                lost ? "0" : decimal(latitude),
                lost ? "0" : decimal(longitude),
                lost ? "-99" : decimal(random.nextInt(90) / 10.0),
                lost ? "LOI_GPS" : stored ? "LUU_TRU" : "BINH_THUONG");
    }

    private static String position(
            String registration, Instant at, Instant received, String lat, String lon, String speed, String state) {
        return "{\"loai\":\"VI_TRI\",\"soDangKy\":\"" + registration
                + "\",\"chuTau\":\"Chủ tàu mô phỏng\",\"thoiDiem\":\""
                + WRITTEN.format(at) + "\",\"nhanLuc\":\"" + WRITTEN.format(received) + "\",\"viDo\":" + lat
                + ",\"kinhDo\":" + lon + ",\"tocDo\":" + speed + ",\"huongDi\":85,\"trangThai\":\"" + state + "\"}";
    }

    /** An event from its start to its end, by the times at which the centre tells of it. */
    List<String> event(String code, String kind, int vessel, Instant start, List<Instant> told, boolean over) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            boolean last = over && i == told.size() - 1;
            String stage = i == 0 ? "BAT_DAU" : last ? "KET_THUC" : "CAP_NHAT";
            messages.add(event(code, kind, stage, registration(vessel), start, told.get(i), last));
        }
        return messages;
    }

    private static String event(
            String code, String kind, String stage, String registration, Instant start, Instant told, boolean over) {
        double hours = Duration.between(start, told).toMinutes() / 60.0;
        return "{\"loai\":\"SU_KIEN\",\"maSuKien\":\"" + code + "\",\"loaiSuKien\":\"" + kind + "\",\"giaiDoan\":\""
                + stage + "\",\"soDangKy\":\"" + registration
                + "\",\"chuTau\":\"Chủ tàu mô phỏng\",\"batDau\":\"" + WRITTEN.format(start)
                + "\",\"capNhat\":\"" + WRITTEN.format(told) + "\",\"ketThuc\":\""
                + (over ? WRITTEN.format(told) : "N/A") + "\",\"soGio\":" + decimal(hours)
                + ",\"viTri\":{\"viDo\":16.1234,\"kinhDo\":111.4321}}";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Every kind of dirt once, about one vessel. */
    List<byte[]> dirt(Instant at) {
        String vessel = registration(1);
        Instant got = at.plusSeconds(60);
        List<String> messages = List.of(
                // Corrected, then the older one once more, then the corrected one twice.
                position(vessel, at, got.plusSeconds(600), "15.1", "109.6", "6.2", "BINH_THUONG"),
                position(vessel, at, got, "15.0", "109.5", "1.0", "BINH_THUONG"),
                position(vessel, at, got.plusSeconds(600), "15.1", "109.6", "6.2", "BINH_THUONG"),
                position(vessel, at.plusSeconds(1), got, "109.6", "15.1", "6.2", "BINH_THUONG"),
                position(vessel, at.plusSeconds(2), got, "15.1", "209.6", "6.2", "BINH_THUONG"),
                position(vessel, at.plusSeconds(3), got, "15.1", "109.6", "412", "BINH_THUONG"),
                position(vessel, at.plusSeconds(4), got, "15.1", "109.6", "5", "NGU_DONG"),
                position("CHUA-RO", at.plusSeconds(5), got, "15.1", "109.6", "5", "BINH_THUONG"),
                position(vessel, at.plus(Duration.ofDays(400)), got, "15.1", "109.6", "5", "BINH_THUONG"),
                position(vessel, Instant.EPOCH, got, "15.1", "109.6", "5", "BINH_THUONG"),
                event("VRG-LA-1", "DAM_VA", "BAT_DAU", vessel, at, got, false),
                event("VRG-LA-2", "VUOT_RANH_GIOI", "BAT_DAU", "N/A", at, got, false),
                "{\"loai\":\"CAM_BIEN\"}",
                "{\"loai\":\"VI_TRI\",\"soDangKy\":\"QNg-95",
                "[]");
        return messages.stream()
                .map(message -> message.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
