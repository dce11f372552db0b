package org.iochub.simulators.sftp;

import java.util.List;

/** A workbook as a department names and sends it. */
record SheetFile(String name, List<SheetTable> sheets) {
    byte[] content() {
        return SheetTable.workbook(sheets);
    }
}
