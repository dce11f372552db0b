package org.iochub.routes.environmentstations.internal;

import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;

/** Times as stations write them: {@code yyyyMMddHHmmss}, without a zone: in Vietnam. */
final class Stamp {
    private static final Pattern SHAPE = Pattern.compile("\\d{14}");

    private Stamp() {}

    static OffsetDateTime parse(String text, String where) {
        if (!SHAPE.matcher(text).matches()) {
            String shown = Shown.of(text);
            throw FaultException.of(
                    "bad-date",
                    where,
                    "«" + shown
                            + "» không phải thời điểm viết theo mẫu yyyyMMddHHmmss; hãy kiểm tra phần mềm của trạm.",
                    "«" + shown + "» is no time written as yyyyMMddHHmmss; check the station's software.");
        }
        try {
            return VietnameseDates.dateTime(text, DateStyle.COMPACT);
        } catch (FaultException e) {
            throw new FaultException(e.fault().within(where));
        }
    }
}
