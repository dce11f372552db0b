package org.iochub.model.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.text.MatchKey;
import org.iochub.model.text.Nfc;

/**
 * A name of a unit taken apart: «P. Đức Phổ» is the kind Phường and the name Đức Phổ.
 *
 * @param kind the matching key of the kind, where the name carries one
 * @param key the loose matching key of the rest
 * @param accented the strict matching key of the rest
 */
record UnitName(Optional<String> kind, String key, String accented) {
    /** What a name may begin with, and the kind it stands for. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("thành phố", "thành phố"),
            Map.entry("tp", "thành phố"),
            Map.entry("tỉnh", "tỉnh"),
            Map.entry("thị xã", "thị xã"),
            Map.entry("tx", "thị xã"),
            Map.entry("thị trấn", "thị trấn"),
            Map.entry("tt", "thị trấn"),
            Map.entry("quận", "quận"),
            Map.entry("q", "quận"),
            Map.entry("huyện", "huyện"),
            Map.entry("h", "huyện"),
            Map.entry("phường", "phường"),
            Map.entry("p", "phường"),
            Map.entry("xã", "xã"),
            Map.entry("x", "xã"),
            Map.entry("đặc khu", "đặc khu"));

    /** The name of a unit on a list: one reading, without the kind in front. */
    static UnitName ofUnit(String name, Optional<String> kind) {
        String rest = name;
        if (kind.isPresent() && startsWith(name, kind.get())) {
            rest = name.substring(kind.get().length() + 1);
        }
        return new UnitName(kind.map(MatchKey::of), MatchKey.of(rest), MatchKey.accented(rest));
    }

    private static boolean startsWith(String name, String kind) {
        return name.length() > kind.length() + 1
                && name.charAt(kind.length()) == ' '
                && name.regionMatches(true, 0, kind, 0, kind.length());
    }

    /**
     * The ways to read a name somebody wrote. «Tịnh Khê» has no kind, whereas «tinh khe» may be of the kind Tỉnh: text
     * without accents is read both ways.
     */
    static List<UnitName> readings(String written) {
        List<UnitName> readings = new ArrayList<>(2);
        readings.add(new UnitName(Optional.empty(), MatchKey.of(written), MatchKey.accented(written)));
        boolean accented = MatchKey.hasAccents(written);
        String text = separated(written);
        String lower = text.toLowerCase(Locale.ROOT);
        PREFIXES.forEach((prefix, kind) -> {
            String start = (accented ? prefix : MatchKey.of(prefix)) + " ";
            if (lower.length() > start.length() && sameTones(lower, start)) {
                String rest = text.substring(start.length());
                readings.add(new UnitName(Optional.of(MatchKey.of(kind)), MatchKey.of(rest), MatchKey.accented(rest)));
            }
        });
        return readings;
    }

    private static boolean sameTones(String text, String start) {
        return MatchKey.accented(text.substring(0, start.length())).equals(MatchKey.accented(start))
                && text.charAt(start.length() - 1) == ' ';
    }

    /** Dots and runs of spaces as single spaces, so that «P.Đức Phổ» and «TP. Tam Kỳ» start with a word of their own. */
    private static String separated(String written) {
        return Nfc.of(written).replaceAll("[\\s\\u00A0.]+", " ").strip();
    }

    boolean fits(UnitName unit, boolean accentsCount) {
        return key.equals(unit.key)
                && (!accentsCount || accented.equals(unit.accented))
                && (kind.isEmpty() || unit.kind.isEmpty() || kind.equals(unit.kind));
    }
}
