package org.iochub.api.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.iochub.model.text.Nfc;

/** A part of a written address, between commas. */
record AddressPart(String text, Kind kind) {
    enum Kind {
        /** Says that it names a commune, ward or township. */
        COMMUNE,
        /** Says that it names a district, town or city. */
        DISTRICT,
        /** A street, a house, a province, a name without its kind. */
        OTHER
    }

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern COMMUNE =
            Pattern.compile("(phường|xã|thị trấn|đặc khu)\\s.*|(p|x|tt)\\.\\s*\\S.*", CASE);
    private static final Pattern DISTRICT =
            Pattern.compile("(quận|huyện|thị xã|thành phố|tp|tx)\\s.*|(q|h|tp|tx)\\.\\s*\\S.*", CASE);

    /** The parts of an address, the widest (last) first. */
    static List<AddressPart> of(String address) {
        List<AddressPart> parts = new ArrayList<>();
        for (String part : Nfc.of(address).split("[,;\\r\\n]+")) {
            String text = part.strip();
            if (!text.isEmpty()) {
                parts.add(0, new AddressPart(text, kind(text)));
            }
        }
        return parts;
    }

    private static Kind kind(String text) {
        if (COMMUNE.matcher(text).matches()) {
            return Kind.COMMUNE;
        }
        return DISTRICT.matcher(text).matches() ? Kind.DISTRICT : Kind.OTHER;
    }
}
