package org.iochub.routes.dossiers.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.iochub.model.record.Level;

/**
 * The code of an organisation, of either generation: {@code 000.00.53.H48} names the top last, {@code H48.53} first.
 *
 * @param code as written
 * @param levels from the top down, without the empty levels of the older generation
 */
record OrgCode(String code, List<String> levels) {
    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    OrgCode {
        levels = List.copyOf(levels);
    }

    static OrgCode of(String code) {
        List<String> levels = new ArrayList<>(Arrays.asList(code.split("\\.")));
        if (Character.isDigit(code.charAt(0))) {
            Collections.reverse(levels);
        }
        while (levels.size() > 1 && levels.get(levels.size() - 1).matches("0+")) {
            levels.remove(levels.size() - 1);
        }
        return new OrgCode(code, levels);
    }

    /**
     * The level, as far as the code shows it. An assumption: numbers say nothing officially, but provinces number their
     * departments from 1 and their districts or communes from about 40 on.
     *
     * @param localFrom the first second-level number of districts or communes
     * @param day they are districts before 2025-07-01, communes from then on
     */
    Level level(int localFrom, LocalDate day) {
        if (!levels.get(0).startsWith("H")) {
            return Level.CENTRAL;
        }
        if (levels.size() == 1 || !levels.get(1).matches("\\d+") || Integer.parseInt(levels.get(1)) < localFrom) {
            return Level.PROVINCE;
        }
        return levels.size() == 2 && day.isBefore(TWO_TIERS) ? Level.DISTRICT : Level.COMMUNE;
    }
}
