package org.iochub.routes.petitions.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.poll.Page;
import org.iochub.model.FaultException;

/** What paging needs to know of a page of petitions. */
final class Pages {
    private Pages() {}

    /**
     * @throws FaultException when the body is no whole answer of the service: such a page is asked for again, not
     *     delivered
     */
    static Page read(byte[] body, PetitionTimes times) throws IOException {
        Map<String, Instant> updated = new HashMap<>();
        PetitionReader reader = new PetitionReader(new ByteArrayInputStream(body));
        int elements = 0;
        for (Optional<Petition> next = reader.next(); next.isPresent(); next = reader.next()) {
            elements++;
            put(next.get(), times, updated);
        }
        return Page.of(body, elements, updated);
    }

    /** What the normaliser refuses does not hold up the paging. */
    private static void put(Petition petition, PetitionTimes times, Map<String, Instant> updated) {
        try {
            petition.text("NgayCapNhat", new ArrayList<>())
                    .or(() -> petition.text("NgayGui", new ArrayList<>()))
                    .map(text -> times.read(text, "NgayCapNhat").time().toInstant())
                    .ifPresent(at -> updated.put(petition.required("MaPhanAnh", new ArrayList<>()), at));
        } catch (FaultException e) {
            // Not known to the paging; the record goes to quarantine by way of the normaliser.
        }
    }
}
