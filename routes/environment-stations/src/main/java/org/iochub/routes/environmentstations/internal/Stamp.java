package org.iochub.routes.environmentstations.internal;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.iochub.model.FaultException;

/** Times as stations write them: {@code yyyyMMddHHmmss}, without a zone. */
final class Stamp {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private Stamp() {}

    static OffsetDateTime parse(String text, String where, ZoneId zone) {
        try {
            return LocalDateTime.parse(text, FORMAT).atZone(zone).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw FaultException.of(
                    "impossible-date",
                    where,
                    "«" + text + "» không phải thời điểm có thật theo mẫu yyyyMMddHHmmss; hãy chỉnh đồng hồ hoặc phần"
                            + " mềm của trạm rồi gửi lại.",
                    "«" + text + "» is no time that exists, written as yyyyMMddHHmmss; set the clock or software of the"
                            + " station right and send it again.");
        }
    }
}
