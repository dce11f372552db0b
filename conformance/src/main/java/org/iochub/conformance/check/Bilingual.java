package org.iochub.conformance.check;

import java.text.Normalizer;
import java.util.List;
import org.iochub.conformance.Finding;
import org.iochub.model.Text;

/** What every text for people has to be. */
final class Bilingual {
    private Bilingual() {}

    static void check(String where, Text text, List<Finding> findings) {
        if (text.vi().isBlank() || text.en().isBlank()) {
            findings.add(Finding.of(
                    where,
                    "Thiếu " + (text.vi().isBlank() ? "tiếng Việt" : "tiếng Anh") + "; hãy viết cả hai ngôn ngữ.",
                    "The " + (text.vi().isBlank() ? "Vietnamese" : "English") + " is missing; write both languages."));
        } else if (text.vi().equals(text.en()) && text.vi().indexOf(' ') >= 0) {
            findings.add(Finding.of(
                    where,
                    "Tiếng Việt và tiếng Anh giống hệt nhau; hãy dịch.",
                    "Vietnamese and English are the same; translate one."));
        }
        if (!Normalizer.isNormalized(text.vi(), Normalizer.Form.NFC)) {
            findings.add(Finding.of(
                    where,
                    "Tiếng Việt không ở dạng NFC (dựng sẵn); hãy lưu lại tệp với bảng mã Unicode dựng sẵn.",
                    "The Vietnamese is not in NFC (composed); save the file with composed characters."));
        }
    }
}
