package org.iochub.simulators.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of dossiers of Tam Kỳ and of a commune that was split, from before the reform of 2025-07-01 and after: on time,
 * late, with requests for supplements that were met, that are open, and with two of them. The same for the same seed.
 */
final class TamKyDossiers {
    /** Phường An Xuân, thành phố Tam Kỳ, and xã 20296, whose territory went to two communes. */
    private static final List<String> BEFORE = List.of("000.21.45.H47", "000.00.45.H47", "000.22.45.H47");

    /** Phường Tam Kỳ, an heir of 20296, and a department. */
    private static final List<String> AFTER = List.of("H47.61", "H47.62", "H47.15");

    static final String AREAS = "000.21.45.H47=20347@2025-01-01,000.00.45.H47=502@2025-01-01,"
            + "000.22.45.H47=20296@2025-01-01,H47.61=20341@2025-07-01,H47.62=20194@2025-07-01,H47.15=48@2025-07-01";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter CODE_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final int MANY = 240;
    private static final int PIECE = 60;
    private static final int DUE_DAYS = 7;

    private final Random random;

    TamKyDossiers(long seed) {
        this.random = new Random(seed);
    }

    List<String> all() {
        List<ObjectNode> dossiers = new ArrayList<>();
        for (int number = 1; number <= MANY; number++) {
            LocalDateTime received = LocalDateTime.of(2025, 1, 6, 8, 0).plusHours(random.nextInt(24 * 350));
            dossiers.add(dossier(number, received));
        }
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < MANY; from += PIECE) {
            messages.add(message(dossiers.subList(from, from + PIECE)));
        }
        // The very same again, a correction, and what it was before the correction.
        messages.add(messages.get(0));
        ObjectNode first = dossiers.get(0);
        String other = first.path("HinhThuc").asText().equals("1") ? "0" : "1";
        messages.add(message(List.of(
                first.deepCopy().put("HinhThuc", other).put("NgayCapNhat", iso(LocalDateTime.of(2026, 1, 5, 8, 0))))));
        messages.add(message(List.of(
                first.deepCopy().put("HinhThuc", "2").put("NgayCapNhat", iso(LocalDateTime.of(2026, 1, 4, 8, 0))))));
        // A state that is in no list.
        messages.add(message(List.of(dossiers.get(1).deepCopy().put("TrangThaiHoSo", "19"))));
        return messages;
    }

    /** One more dossier, received at a moment. */
    String at(LocalDateTime now) {
        return message(List.of(dossier(1_000 + random.nextInt(9_000), now)));
    }

    private ObjectNode dossier(int number, LocalDateTime received) {
        boolean old = received.toLocalDate().isBefore(REFORM);
        List<String> organisations = old ? BEFORE : AFTER;
        String organisation = organisations.get(random.nextInt(organisations.size()));
        ObjectNode dossier = JSON.createObjectNode();
        dossier.put("MaHoSo", organisation + "-" + CODE_DAY.format(received) + "-" + "%04d".formatted(number));
        dossier.put("MaTTHC", "2.000635");
        dossier.put("TenTTHC", "Cấp bản sao trích lục hộ tịch");
        dossier.put("ChuHoSo", "Người nộp mẫu " + number);
        dossier.put("LoaiDoiTuong", "1");
        dossier.put("NgayTiepNhan", iso(received));
        dossier.put("NgayHenTra", iso(received.plusDays(DUE_DAYS)));
        dossier.put("HinhThuc", List.of("1", "1", "0", "0", "2", "9").get(random.nextInt(6)));
        dossier.put("NgayCapNhat", iso(received.plusDays(1)));
        course(dossier, received);
        return dossier;
    }

    private void course(ObjectNode dossier, LocalDateTime received) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            dossier.put("TrangThaiHoSo", "4");
        } else if (kind <= 2) {
            dossier.put("TrangThaiHoSo", "5");
            ArrayNode requests = dossier.putArray("DanhSachHoSoBoSung");
            for (int i = 0; i < kind; i++) {
                requests.addObject().put("NgayBoSung", iso(received.plusDays(2L + i)));
            }
        } else if (kind == 3) {
            dossier.putArray("DanhSachHoSoBoSung")
                    .addObject()
                    .put("NgayBoSung", iso(received.plusDays(2)))
                    .put("NgayTiepNhanBoSung", iso(received.plusDays(5)))
                    .put("NgayHenTraTruoc", iso(received.plusDays(DUE_DAYS)))
                    .put("NgayHenTraMoi", iso(received.plusDays(DUE_DAYS + 3L)));
            finished(dossier, received.plusDays(9));
        } else {
            finished(dossier, received.plusDays(1L + random.nextInt(8)).plusMinutes(30));
        }
    }

    private void finished(ObjectNode dossier, LocalDateTime at) {
        boolean returned = random.nextBoolean();
        dossier.put("TrangThaiHoSo", returned ? "10" : "9");
        dossier.put("NgayKetThucXuLy", iso(at));
        if (returned) {
            dossier.put("NgayTra", iso(at.plusDays(2)));
        }
    }

    private static String message(List<ObjectNode> data) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("session", "simulated");
        envelope.put("madonvi", "H47");
        envelope.put("service", "DongBoHoSoMC");
        envelope.put("isUpdating", false);
        envelope.putArray("data").addAll(data);
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static String iso(LocalDateTime at) {
        return at.atOffset(ZoneOffset.ofHours(7)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
