package org.iochub.simulators.sftp;

import java.util.ArrayList;
import java.util.List;
import org.iochub.simulators.sftp.SheetTable.Span;

/** The form of the export of budget revenue or expenditure. */
final class BudgetSheet {
    private static final int COLUMNS = 7;

    private BudgetSheet() {}

    /**
     * @param name «Thu ngân sách» or «Chi ngân sách»
     * @param periods those of the columns, with their units: plan, actual, cumulative
     * @param rows chapter, section, item, name, three figures
     */
    static SheetTable of(String name, List<String> periods, List<List<Object>> rows) {
        List<List<Object>> all = new ArrayList<>();
        all.add(List.of("BÁO CÁO " + name.toUpperCase()));
        all.add(List.of());
        all.add(List.of("Chương", "Khoản", "Mục", "Nội dung", "Dự toán", "Thực hiện", "Lũy kế"));
        List<Object> below = new ArrayList<>(List.of("", "", "", ""));
        below.addAll(periods);
        all.add(below);
        all.addAll(rows);
        List<Span> merged = new ArrayList<>();
        merged.add(new Span(0, 0, 0, COLUMNS - 1));
        for (int column = 0; column < 4; column++) {
            merged.add(new Span(2, column, 3, column));
        }
        return new SheetTable(name, all, merged);
    }
}
