package org.iochub.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventAttributesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:00:00+07:00",
                "2026-12-31T23:59:59.9Z",
                "2026-03-01T08:05:00.000001-03:30",
                "2026-03-01T08:05:09.120+07:00",
                "2026-03-01T00:00:00.123456789Z",
                "0001-01-01T00:00:00Z",
                "+12026-03-01T08:05:09Z",
                "1890-01-01T00:00:01+07:06:30"
            })
    void timesAreWrittenAsTheStandardFormatDoes(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        assertThat(EventAttributes.rfc3339(moment)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
    }
}
