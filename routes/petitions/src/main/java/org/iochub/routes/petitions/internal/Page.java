package org.iochub.routes.petitions.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.FaultException;

/**
 * One page as it came, looked at only as far as paging needs.
 *
 * @param digest of its bytes
 * @param elements how many stand on it
 * @param updated update time by code, of those that tell both
 */
record Page(String digest, int elements, Map<String, Instant> updated) {
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
        return new Page(digest(body), elements, Map.copyOf(updated));
    }

    Optional<Instant> latest() {
        return updated.values().stream().max(Instant::compareTo);
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

    private static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
