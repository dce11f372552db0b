package org.iochub.routes.dossiers.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.model.code.DossierStatus;

/**
 * The two lists of states in use. Same numbers mean other things in them, so that an instance says which one its source
 * keeps.
 */
public enum StatusList {
    /** 1 to 10, as the national status synchronisation numbers them. */
    NATIONAL("1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9 10=10"),

    /**
     * 0 to 19, with 6 for a dossier that was supplemented. That a system numbers so is known; what stands behind each
     * number is assumed (see the README) and mended by {@code statusMap}.
     */
    TWENTY("0=1 1=1 2=2 3=3 4=4 5=5 6=4 7=6 8=4 9=7 10=8 11=8 12=4 13=4 14=4 15=9 16=9 17=10 18=10 19=8");

    private final Map<String, DossierStatus> states = new LinkedHashMap<>();

    StatusList(String notation) {
        for (String entry : notation.split(" ")) {
            String[] pair = entry.split("=");
            states.put(pair[0], DossierStatus.of(Integer.parseInt(pair[1])));
        }
    }

    /** In the order of the list. */
    Map<String, DossierStatus> states() {
        return states;
    }
}
