package org.iochub.simulators.sftp;

import java.util.ArrayList;
import java.util.List;
import org.iochub.simulators.sftp.SheetTable.Span;

/** The form of the workbook of schools, which is also that of the sums by area. */
final class SchoolSheet {
    private static final int COLUMNS = 11;

    private SchoolSheet() {}

    /**
     * @param name «Trường …» or «Địa bàn»
     * @param year «2024-2025»
     * @param rows number, code, name, level, organisation, contact, status, commune, classes, pupils, teachers
     */
    static SheetTable of(String name, String year, List<List<Object>> rows) {
        List<List<Object>> all = new ArrayList<>();
        all.add(List.of("THỐNG KÊ TRƯỜNG, LỚP, HỌC SINH NĂM HỌC " + year));
        all.add(List.of());
        all.add(List.of(
                "STT",
                "Mã trường",
                "Tên trường",
                "Cấp học",
                "Cơ quan quản lý",
                "Người liên hệ",
                "Tình trạng",
                "Mã xã",
                "Quy mô",
                "",
                ""));
        all.add(List.of("", "", "", "", "", "", "", "", "Số lớp", "Số học sinh", "Số giáo viên"));
        all.addAll(rows);
        List<Span> merged = new ArrayList<>();
        merged.add(new Span(0, 0, 0, COLUMNS - 1));
        for (int column = 0; column < 8; column++) {
            merged.add(new Span(2, column, 3, column));
        }
        merged.add(new Span(2, 8, 2, 10));
        return new SheetTable(name, all, merged);
    }
}
