package org.iochub.simulators.http;

import java.util.List;

/**
 * One of the five places, with the names people write and a point in its middle.
 *
 * @param units communes and wards by their present names
 * @param formerUnits names that people keep writing after the reform of 2025-07-01
 */
record Place(String name, List<String> units, List<String> formerUnits, double latitude, double longitude) {
    static final Place TAM_KY = new Place(
            "Tam Kỳ",
            List.of("Phường Tam Kỳ", "Phường Bàn Thạch", "Phường Hương Trà", "Phường Quảng Phú"),
            List.of("Phường An Mỹ, Thành phố Tam Kỳ", "Phường Tân Thạnh, Thành phố Tam Kỳ"),
            15.573,
            108.474);
    static final Place QUANG_NGAI_CITY = new Place(
            "Quảng Ngãi",
            List.of("Phường Cẩm Thành", "Phường Nghĩa Lộ", "Phường Trương Quang Trọng"),
            List.of("Phường Trần Phú, Thành phố Quảng Ngãi", "Xã Tịnh Khê, Thành phố Quảng Ngãi"),
            15.121,
            108.804);
    static final Place DUC_PHO = new Place(
            "Đức Phổ",
            List.of("Phường Đức Phổ", "Phường Trà Câu", "Phường Sa Huỳnh", "Xã Khánh Cường"),
            List.of("Phường Nguyễn Nghiêm, Thị xã Đức Phổ", "Phường Phổ Minh, Thị xã Đức Phổ"),
            14.812,
            108.956);
    static final Place PHAN_RANG = new Place(
            "Phan Rang–Tháp Chàm",
            List.of("Phường Phan Rang", "Phường Đô Vinh", "Phường Bảo An", "Phường Đông Hải"),
            List.of("Phường Mỹ Hải, Thành phố Phan Rang - Tháp Chàm", "Phường Đông Hải, TP Phan Rang–Tháp Chàm"),
            11.569,
            108.990);
    static final Place QUANG_NGAI_PROVINCE = new Place(
            "tỉnh Quảng Ngãi",
            List.of("Xã Bình Sơn", "Xã Sơn Tịnh", "Xã Mộ Đức", "Xã Ba Tơ"),
            List.of("Huyện Bình Sơn", "Huyện Mộ Đức"),
            15.050,
            108.700);
}
