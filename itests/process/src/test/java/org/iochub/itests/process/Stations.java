package org.iochub.itests.process;

/** A declarative source of made-up stations that are pushed into the hub, line by line. */
final class Stations {
    static final String ID = "tram-mau";

    private static final String YAML = """
            source: tram-mau
            version: VERSION
            sector: environment
            title: { vi: Trạm mẫu, en: Sample stations }
            description: { vi: Trạm đo do hệ thống gửi vào., en: Stations pushed into the hub. }
            versionKey: { vi: Thứ tự đến., en: Order of arrival. }
            from:
              push: {}
            format:
              ndjson: {}
            codes:
              loai: { CODES }
            map:
              - type: facility
                fields:
                  facilityCode: ma
                  kind: code(loai, 'loai')
                  name: NAME
                  updatedAt: date(luc)
            instance:
              id: tram-mau
              tenant: quang-ngai
            """;

    private Stations() {}

    /**
     * @param codes of kinds, such as {@code T: station}
     * @param name the expression that gives it
     */
    static String source(String version, String codes, String name) {
        return YAML.replace("VERSION", version).replace("CODES", codes).replace("NAME", name);
    }

    static String line(String code, String kind) {
        return "{\"ma\":\"" + code + "\",\"loai\":\"" + kind + "\",\"ten\":\"trạm " + code
                + "\",\"luc\":\"2026-03-01T08:00:00+07:00\"}\n";
    }
}
