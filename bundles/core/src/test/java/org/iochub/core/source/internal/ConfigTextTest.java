package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigTextTest {
    private static final String FILE = """
            # Do not touch: agreed with the department on 2 March.
            adapter = field-reports
            tenant: quang-ngai
            url = ${env:REPORTS_URL}
            words = one,\\
              two

            password = env:REPORTS_PASSWORD
            """;
    private static final Map<String, String> BEFORE = Map.of(
            "adapter", "field-reports",
            "tenant", "quang-ngai",
            "url", "https://reports.example.vn",
            "words", "one,two",
            "password", "env:REPORTS_PASSWORD");

    @Test
    void whatIsNotChangedStaysAsItIsWritten() {
        assertThat(new ConfigText(FILE).changed(BEFORE, BEFORE)).isEqualTo(FILE);
    }

    @Test
    void changesDropsAndAdds() {
        Map<String, String> after = new TreeMap<>(BEFORE);
        after.put("words", "three");
        after.put("folder", "C:\\reports");
        after.remove("password");
        assertThat(new ConfigText(FILE).changed(BEFORE, after)).isEqualTo("""
                        # Do not touch: agreed with the department on 2 March.
                        adapter = field-reports
                        tenant: quang-ngai
                        url = ${env:REPORTS_URL}
                        words = three

                        folder = C:\\\\reports
                        """);
    }
}
