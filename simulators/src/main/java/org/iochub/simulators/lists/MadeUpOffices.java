package org.iochub.simulators.lists;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;

/** Writes lists of organisations; some text is decomposed, as official files are. */
final class MadeUpOffices {
    private static final List<String> OFFICES = List.of(
            "Văn phòng",
            "Cơ quan Nội vụ",
            "Cơ quan Tài chính - Kế hoạch",
            "Cơ quan Y tế",
            "Cơ quan Giáo dục và Đào tạo",
            "Cơ quan Nông nghiệp và Môi trường",
            "Cơ quan Kinh tế, Hạ tầng và Đô thị",
            "Trung tâm Phục vụ hành chính công");

    private final Random random;

    MadeUpOffices(long seed) {
        this.random = new Random(seed);
    }

    /** @param code of the organisation at the top */
    String list(String code, String area) {
        String level = code.length() == 3 ? "province" : "district";
        StringBuilder list = new StringBuilder("code,level,name,parent,valid_from,valid_to,successors,area\n");
        list.append(row(code, level, "Ủy ban nhân dân (mô phỏng)", "", "2020-09-15", "", "", area));
        for (int i = 0; i < OFFICES.size(); i++) {
            String name = OFFICES.get(i) + " (mô phỏng)";
            if (random.nextInt(4) == 0) {
                name = Normalizer.normalize(name, Normalizer.Form.NFD);
            }
            list.append(row(code + ".0" + (i + 1), level, name, code, "2020-09-15", "", "", area));
        }
        list.append(row(
                code + ".21",
                level,
                "Cơ quan Văn hóa và Thông tin (mô phỏng)",
                code,
                "2020-09-15",
                "2025-02-28",
                code + ".22",
                area));
        list.append(row(
                code + ".22",
                level,
                "Cơ quan Văn hóa, Khoa học và Thông tin (mô phỏng)",
                code,
                "2025-03-01",
                "",
                "",
                area));
        return list.toString();
    }

    private static String row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].contains(",") ? "\"" + cells[i] + "\"" : cells[i];
        }
        return String.join(",", cells) + "\n";
    }
}
