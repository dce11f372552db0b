package org.iochub.feed.internal.ngsild;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** NGSI-LD writes its own times in UTC with a Z. */
final class Moments {
    private Moments() {}

    static String utc(String moment) {
        return utc(OffsetDateTime.parse(moment));
    }

    static String utc(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
