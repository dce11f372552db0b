package org.iochub.delivery.internal.webhook;

import java.util.List;
import org.iochub.reading.scope.Shown;

/**
 * What goes out at once: everything behind the acknowledged place, up to here.
 *
 * @param to the last position it covers
 * @param id the same for the same stretch of the log, whenever it is sent
 * @param types of its records, for the audit trail
 */
record Batch(long to, String id, byte[] body, int records, List<String> types) {
    static List<String> types(List<Shown> shown) {
        return shown.stream()
                .map(each -> each.record().type())
                .distinct()
                .sorted()
                .toList();
    }
}
