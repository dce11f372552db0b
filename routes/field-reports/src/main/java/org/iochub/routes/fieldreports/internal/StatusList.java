package org.iochub.routes.fieldreports.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which statuses a server knows before {@code statusMap} says more. */
public enum StatusList {
    /** The two of GeoReport v2, or what {@code statusMap} says instead. */
    BASIC(List.of()),
    /** GeoReport v2's two and the additional ones that servers in use have; in small or capital letters. */
    EXTENDED(List.of(
            "open=received",
            "acknowledged=received",
            "investigating=in-process",
            "in_progress=in-process",
            "planned=assigned",
            "action_scheduled=assigned",
            "internal_referral=assigned",
            "answered=answered",
            "fixed=closed",
            "closed=closed",
            "no_further_action=closed",
            "duplicate=closed",
            "not_councils_responsibility=rejected"));

    private final List<String> pairs;

    StatusList(List<String> pairs) {
        this.pairs = pairs;
    }

    /** In the notation of {@code statusMap}, whose entries come behind and win. */
    List<String> with(List<String> statusMap) {
        List<String> all = new ArrayList<>();
        pairs.stream().flatMap(StatusList::inBothCases).forEach(all::add);
        all.addAll(statusMap);
        return all;
    }

    private static Stream<String> inBothCases(String pair) {
        String[] sides = pair.split("=");
        return Stream.of(pair, sides[0].toUpperCase(Locale.ROOT) + "=" + sides[1]);
    }
}
