package org.iochub.simulators.sftp;

import java.util.ArrayList;
import java.util.List;
import org.iochub.simulators.sftp.SheetTable.Span;

/** The form of the workbook of socio-economic indicators: two rows of headings, merged, below a title. */
final class SocioEconomicSheet {
    private static final int COLUMNS = 11;

    private SocioEconomicSheet() {}

    /**
     * @param name «Tháng 05» or «Quý II»
     * @param periods those of the columns: plan, two of actual figures, estimate, cumulative
     * @param rows number, code, name, unit, five figures, comparison in percent, remark
     */
    static SheetTable of(String name, List<String> periods, List<List<Object>> rows) {
        List<List<Object>> all = new ArrayList<>();
        all.add(List.of("TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI "
                + periods.get(3).toUpperCase()));
        all.add(List.of("", "", "", "", "", "", "", "", "", "Đơn vị tính theo từng dòng"));
        all.add(List.of(
                "STT",
                "Mã chỉ tiêu",
                "Chỉ tiêu",
                "Đơn vị tính",
                "Kế hoạch",
                "Thực hiện",
                "",
                "Ước thực hiện",
                "Lũy kế",
                "So sánh (%)",
                "Ghi chú"));
        all.add(List.of(
                "",
                "",
                "",
                "",
                periods.get(0),
                periods.get(1),
                periods.get(2),
                periods.get(3),
                periods.get(4),
                "Cùng kỳ năm trước",
                ""));
        all.addAll(rows);
        List<Span> merged = new ArrayList<>();
        merged.add(new Span(0, 0, 0, COLUMNS - 1));
        for (int column : new int[] {0, 1, 2, 3, COLUMNS - 1}) {
            merged.add(new Span(2, column, 3, column));
        }
        merged.add(new Span(2, 5, 2, 6));
        return new SheetTable(name, all, merged);
    }
}
