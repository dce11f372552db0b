package org.iochub.simulators.push;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a hospital has to say, good and bad, in the order it says it: the same for the same seed. Nobody in it is real. */
final class HealthPackages {
    /** @param sent when the hospital says that it sent it */
    record Sent(OffsetDateTime sent, String body) {}

    static final String FACILITY = "51901";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final List<String> DISEASES =
            List.of("J18.9", "J06.9", "J20", "I10", "I10", "E11.9", "K29", "K29", "A90", "S52.5", "M54.5", "N39.0");
    private static final String CHECK_IN = "XML0";
    private static final String VISIT = "XML1";

    private final Random random;
    private int patient;

    HealthPackages(long seed) {
        this.random = new Random(seed);
    }

    List<Sent> all() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        Sent early = whole(first, 17, 0, 40);
        Sent corrected = whole(first, 19, 30, 44);
        Sent second = whole(first.plusDays(1), 17, 0, 55);
        List<Sent> packages = new ArrayList<>();
        packages.add(corrected);
        // Older than the one before it.
        packages.add(early);
        packages.add(second);
        // The very same again.
        packages.add(second);
        packages.add(dirty(first.plusDays(2)));
        packages.add(new Sent(at(first, 20, 0), wrap(FACILITY, first, 9, List.of(record(first)))));
        packages.add(new Sent(at(first, 21, 0), withDocumentType(first)));
        packages.add(new Sent(at(first, 22, 0), wrap("99999", first, 1, List.of(record(first)))));
        return packages;
    }

    /** The day so far of a hospital that stays open. */
    Sent soFar(OffsetDateTime now) {
        LocalDate today = now.atZoneSameInstant(VIETNAM).toLocalDate();
        return new Sent(now, wrap(FACILITY, today, 30, records(today, 30)));
    }

    private Sent whole(LocalDate day, int hour, int minute, int visits) {
        return new Sent(at(day, hour, minute), wrap(FACILITY, day, visits, records(day, visits)));
    }

    private Sent dirty(LocalDate day) {
        List<String> records = new ArrayList<>(records(day, 25));
        records.add(hoso(VISIT, "%%% không phải base64 %%%"));
        records.add(hoso(VISIT, base64(visit("77", "J18", day.atTime(8, 0), day.atTime(9, 0)))));
        records.add(hoso(VISIT, base64(visit("01", "9J8", day.atTime(8, 0), day.atTime(9, 0)))));
        records.add(hoso(VISIT, base64(visit("03", "J18", day.atTime(8, 0), day.atTime(7, 0)))));
        records.add(hoso("XML99", base64(visit("01", "J18", day.atTime(8, 0), day.atTime(9, 0)))));
        records.add(hoso(CHECK_IN, base64("<CHECKIN><HO_TEN>Người bệnh mẫu</HO_TEN></CHECKIN>")));
        return new Sent(at(day, 17, 0), wrap(FACILITY, day, records.size(), records));
    }

    private static String withDocumentType(LocalDate day) {
        return "<!DOCTYPE GIAMDINHHS [<!ENTITY tep SYSTEM \"file:///etc/hostname\">]>"
                + wrap(FACILITY, day, 0, List.of("&tep;"));
    }

    private List<String> records(LocalDate day, int visits) {
        return IntStream.range(0, visits).mapToObj(i -> record(day)).toList();
    }

    private String record(LocalDate day) {
        boolean inpatient = random.nextInt(4) == 0;
        LocalDateTime out = day.atTime(7 + random.nextInt(10), random.nextInt(60));
        LocalDateTime in = inpatient ? out.minusDays(1L + random.nextInt(9)) : out.minusMinutes(30);
        String disease = DISEASES.get(random.nextInt(DISEASES.size()));
        return hoso(VISIT, base64(visit(inpatient ? "03" : "01", disease, in, out)));
    }

    private String visit(String kind, String disease, LocalDateTime in, LocalDateTime out) {
        patient++;
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><TONG_HOP><MA_LK>MAU%06d</MA_LK><STT>1</STT>"
                        .formatted(patient)
                + "<HO_TEN>Người bệnh mẫu %d</HO_TEN><SO_CCCD>051090%06d</SO_CCCD>".formatted(patient, patient)
                + "<DIA_CHI>Thôn mẫu %d</DIA_CHI><MAHUYEN_CU_TRU/>".formatted(patient % 9)
                + "<MA_LOAI_KCB>" + kind + "</MA_LOAI_KCB><MA_BENH_CHINH>" + disease + "</MA_BENH_CHINH>"
                + "<NGAY_VAO>" + MINUTE.format(in) + "</NGAY_VAO><NGAY_RA>" + MINUTE.format(out)
                + "</NGAY_RA></TONG_HOP>";
    }

    private static String hoso(String type, String content) {
        return "<HOSO><FILEHOSO><LOAIHOSO>" + type + "</LOAIHOSO><NOIDUNGFILE>" + content
                + "</NOIDUNGFILE></FILEHOSO></HOSO>";
    }

    private static String wrap(String facility, LocalDate day, int count, List<String> records) {
        return records.stream()
                .collect(Collectors.joining(
                        "\n",
                        "<GIAMDINHHS><THONGTINDONVI><MACSKCB>" + facility + "</MACSKCB></THONGTINDONVI><THONGTINHOSO>"
                                + "<NGAYLAP>" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "</NGAYLAP><SOLUONGHOSO>"
                                + count + "</SOLUONGHOSO><DANHSACHHOSO>",
                        "</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>"));
    }

    private static String base64(String xml) {
        return Base64.getMimeEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atOffset(VIETNAM);
    }
}
