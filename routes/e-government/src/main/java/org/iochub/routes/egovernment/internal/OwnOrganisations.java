package org.iochub.routes.egovernment.internal;

import java.util.List;

/** Which organisations are the authority's own, by their codes of either generation. */
record OwnOrganisations(List<String> codes) {
    OwnOrganisations {
        codes = List.copyOf(codes);
    }

    /** Codes of the new generation name the top first ({@code H48.15} lies below {@code H48}), the old ones last. */
    boolean has(String organisation) {
        return codes.stream().anyMatch(own -> sameOrBelow(organisation, own));
    }

    private static boolean sameOrBelow(String organisation, String own) {
        return organisation.equals(own)
                || organisation.startsWith(own + ".")
                || organisation.endsWith("." + own.replaceFirst("^(?:0+\\.)+", ""));
    }
}
