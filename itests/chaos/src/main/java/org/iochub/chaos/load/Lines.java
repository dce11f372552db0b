package org.iochub.chaos.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.iochub.chaos.Report;

/** A message's content. */
final class Lines {
    private Lines() {}

    static String of(List<Report> reports) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return reports.stream().map(report -> report.json(now) + "\n").collect(Collectors.joining());
    }
}
