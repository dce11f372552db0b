package org.iochub.declarative.internal.format;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** The headings of a table. They are names in the mapping, so that they are composed and have single blanks. */
final class Headings {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

    private Headings() {}

    static String clean(String heading) {
        return BLANKS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** @throws FaultException {@code empty-heading}, {@code repeated-heading} */
    static void check(List<String> headings, String position) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            if (heading.isEmpty()) {
                throw FaultException.of(
                        "empty-heading",
                        position,
                        "Cột thứ " + (i + 1) + " không có tiêu đề; hãy đặt tiêu đề ở nguồn, hoặc dùng header: false,"
                                + " skip và columns.",
                        "Column " + (i + 1) + " has no heading; give it one at the source, or use header: false,"
                                + " skip and columns.");
            }
            if (!seen.add(heading)) {
                throw repeated(heading, position);
            }
        }
    }

    static FaultException repeated(String heading, String position) {
        return FaultException.of(
                "repeated-heading",
                position,
                "Tiêu đề «" + Shown.of(heading)
                        + "» đứng ở nhiều cột; hãy đặt tên khác nhau, hoặc gọi cột theo vị trí.",
                "The heading «" + Shown.of(heading) + "» stands over several columns; name them differently, or name"
                        + " columns by their place.");
    }

    /** @throws FaultException {@code missing-column} */
    static void require(List<String> wanted, List<String> headings, String position) {
        for (String name : wanted) {
            if (!headings.contains(name)) {
                throw missing(name, headings, position);
            }
        }
    }

    static FaultException missing(String name, List<String> headings, String position) {
        String there = Shown.of(String.join(", ", headings));
        return FaultException.of(
                "missing-column",
                position,
                "Không có cột «" + name + "» (có: " + there + "); hãy kiểm tra biểu mẫu của nguồn hoặc dấu phân cách.",
                "There is no column «" + name + "» (there are: " + there + "); check the source's template or the"
                        + " separator.");
    }

    static FaultException unreadable(String position) {
        return FaultException.of(
                "missing-header",
                position,
                "Không tìm thấy dòng tiêu đề; hãy kiểm tra skip, header và tệp của nguồn.",
                "There is no heading line; check skip, header and the source's file.");
    }
}
