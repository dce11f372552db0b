package org.iochub.simulators.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up zones around a city, in metres of VN-2000 with the central meridian 108°00'; the same for the same seed. */
final class ZoningPlan {
    private static final int EAST = 580_000;
    private static final int NORTH = 1_668_000;
    private static final List<String> USES = List.of("DAT_O", "CONG_CONG", "CAY_XANH", "CONG_NGHIEP", "HON_HOP");
    private static final List<String> AREAS = List.of("21025", "21028", "21172", "21439");

    private ZoningPlan() {}

    /** @param revision of every third zone; others stay as they were */
    static List<Map<String, Object>> zones(long seed, int count, int revision) {
        List<Map<String, Object>> zones = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            zones.add(zone(n, n % 3 == 0 ? revision : 0, new Random(seed * 31 + n)));
        }
        return zones;
    }

    private static Map<String, Object> zone(int n, int revision, Random random) {
        int size = 200 + random.nextInt(800);
        Map<String, Object> properties = new LinkedHashMap<>();
        String name = "Phân khu mô phỏng số " + n;
        properties.put("maKhu", "PK-" + String.format("%04d", n));
        properties.put("tenKhu", n % 7 == 0 ? Dirt.decomposed(name) : name);
        properties.put("coQuanLap", "Ban quản lý quy hoạch (mô phỏng)");
        properties.put("chucNang", n % 31 == 0 ? "DAT_MO" : USES.get(n % USES.size()));
        properties.put("trangThai", n % 37 == 0 ? "TREO" : revision > 0 ? "DIEU_CHINH" : "DA_DUYET");
        properties.put(
                "dienTichHa",
                n % 11 == 0 ? "N/A" : String.valueOf(size * size / 10_000.0).replace('.', ','));
        properties.put("maDiaPhuong", AREAS.get(n % AREAS.size()));
        properties.put("namDau", "2025");
        properties.put("namCuoi", "2035");
        properties.put("quyetDinh", n + "/QĐ-UBND");
        properties.put("lanDieuChinh", revision);
        properties.put("capNhat", String.format("2025-09-%02dT%02d:00:00+07:00", 1 + n % 28, 8 + revision % 10));
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", "phan_khu." + n);
        feature.put("geometry", n % 13 == 0 ? null : polygon(n, size));
        feature.put("properties", properties);
        return feature;
    }

    /** Every other ring goes the wrong way round; every fifth zone has a hole, every 29th is left open. */
    private static Map<String, Object> polygon(int n, int size) {
        int east = EAST + n % 10 * 1_000;
        int north = NORTH + n / 10 * 1_000;
        List<List<List<Integer>>> rings = new ArrayList<>();
        rings.add(ring(east, north, size, n % 2 == 0, n % 29 == 0));
        if (n % 5 == 0) {
            rings.add(ring(east + size / 4, north + size / 4, size / 4, n % 2 == 0, false));
        }
        return Map.of("type", "Polygon", "coordinates", rings);
    }

    private static List<List<Integer>> ring(int east, int north, int size, boolean clockwise, boolean open) {
        List<List<Integer>> ring = new ArrayList<>();
        ring.add(List.of(east, north));
        ring.add(clockwise ? List.of(east, north + size) : List.of(east + size, north));
        ring.add(List.of(east + size, north + size));
        ring.add(clockwise ? List.of(east + size, north) : List.of(east, north + size));
        if (!open) {
            ring.add(List.of(east, north));
        }
        return ring;
    }
}
