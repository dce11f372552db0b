package org.iochub.itests.browser;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A made-up source of field reports as one YAML file, and its messages. */
final class FieldReports {
    static final String SOURCE = "phan-anh-thu";
    static final String FILE = SOURCE + ".yaml";

    private FieldReports() {}

    /** @param codes its code map, such as {@code moi: received} */
    static String adapter(String version, String codes) {
        return """
                source: %1$s
                version: %2$s
                sector: citizen-reports
                title: { vi: Phản ánh hiện trường, en: Field reports }
                description:
                  vi: Nhận phản ánh hiện trường, mỗi dòng JSON một phản ánh.
                  en: Takes field reports, one a line of JSON.
                versionKey: { vi: Thời điểm cập nhật., en: The update time. }
                freshness: 1d
                from:
                  push: {}
                format:
                  ndjson: {}
                codes:
                  status: { %3$s }
                map:
                  - type: citizen-report
                    fields:
                      reportCode: ma
                      kind: { constant: field }
                      serviceCode: linhVuc
                      text: noiDung
                      status: code(trangThai, 'status')
                      sourceStatus: trangThai
                      requestedAt: date(ngayGui, 'dd/MM/yyyy HH:mm')
                      updatedAt: date(ngayGui, 'dd/MM/yyyy HH:mm')
                    version: date(ngayGui, 'dd/MM/yyyy HH:mm')
                instance:
                  id: %1$s
                  tenant: quang-ngai
                """.formatted(SOURCE, version, codes);
    }

    /** One report for each state, as the source calls it. */
    static String message(String... states) {
        return IntStream.range(0, states.length)
                .mapToObj(i -> """
                        {"ma":"PA-%03d","linhVuc":"ha-tang","noiDung":"Đèn đường trước số nhà %d không sáng","trangThai":"%s","ngayGui":"05/07/2025 0%d:00"}
                        """.formatted(i + 1, i + 1, states[i], i + 1).strip())
                .collect(Collectors.joining("\n"));
    }
}
