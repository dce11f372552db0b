package org.iochub.routes.urbansecurity.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/**
 * A message by its extended identity, {@code sender,identifier,sent}.
 *
 * @param sent as written
 */
record CapReference(String sender, String identifier, String sent) {
    private static final int PARTS = 3;

    /** @throws FaultException {@code bad-reference} */
    static CapReference parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != PARTS || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw FaultException.of(
                    "bad-reference",
                    "references",
                    "Tham chiếu «" + Shown.of(text) + "» phải có dạng sender,identifier,sent; hãy sửa ở nguồn.",
                    "The reference \"" + Shown.of(text)
                            + "\" must read sender,identifier,sent; mend it at the source.");
        }
        return new CapReference(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    /** All references of a message, the earliest first. */
    static List<CapReference> all(String references, IsoTimes times) {
        List<CapReference> all = new ArrayList<>();
        for (String one : references.strip().split("\\s+")) {
            all.add(parse(one));
        }
        all.sort(Comparator.comparing(reference -> reference.time(times)));
        return all;
    }

    /** @throws FaultException {@code impossible-date}, {@code missing-offset} */
    OffsetDateTime time(IsoTimes times) {
        return times.read(sent, "references").time();
    }

    /** What tells messages apart: {@code sent} may be written in several ways. */
    String key() {
        return sender + "," + identifier;
    }

    @Override
    public String toString() {
        return sender + "," + identifier + "," + sent;
    }

    static Optional<CapReference> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }
}
