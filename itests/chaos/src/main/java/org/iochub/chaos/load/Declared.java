package org.iochub.chaos.load;

/** The declarative source that reads a load. */
final class Declared {
    private Declared() {}

    /**
     * @param from the lines below {@code from:}, each with its indent
     * @param prefix of the record's fields, such as {@code payload.}
     */
    static String source(String id, String from, String prefix) {
        return """
                source: %1$s
                version: 1.0.0
                sector: citizen-reports
                title: { vi: Tải thử %1$s, en: Load %1$s }
                description: { vi: Nguồn của phép thử bằng sự cố., en: A source of the proof by fault. }
                versionKey: { vi: Lần sửa của phản ánh., en: The report's revision. }
                freshness: 1d
                numbers: iso
                settings:
                  password: { type: secret, optional: true, vi: Mật khẩu, en: Password }
                from:
                %2$sformat:
                  ndjson: {}
                map:
                  - type: citizen-report
                    fields:
                      reportCode: %3$sma
                      kind: { constant: field }
                      serviceCode: { constant: THU }
                      text: %3$snoiDung
                      status: { constant: received }
                      sourceStatus: text(%3$slan)
                      requestedAt: date(%3$sluc)
                    version: %3$slan
                instance:
                  id: %1$s
                  tenant: quang-ngai
                  settings: { password: "env:CHAOS_PASSWORD" }
                """.formatted(id, from.indent(2), prefix);
    }
}
