package org.iochub.conformance.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes a record that differs from another one by its code alone, and stands behind it in the message. */
final class Twin {
    private static final String LAST = "9876543210zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA";

    private Twin() {}

    /** Empty when the record's raw form, or its code within it, cannot be found in the message. */
    static Optional<byte[]> beside(Upserts.Found one, List<Upserts.Found> all) throws IOException {
        byte[] message = one.fixture().raw();
        byte[] part = Bytes.of(one.upsert().raw());
        Optional<Bytes.Stretch> where = Bytes.find(message, part).filter(found -> part.length < message.length);
        for (String code : one.key()) {
            Optional<Bytes.Stretch> within = Bytes.find(part, code.getBytes(StandardCharsets.UTF_8));
            Optional<String> other = other(code, all);
            if (where.isPresent() && within.isPresent() && other.isPresent()) {
                byte[] twin = Bytes.replace(part, within.get(), other.get().getBytes(StandardCharsets.UTF_8));
                ByteArrayOutputStream both = new ByteArrayOutputStream();
                both.write(part);
                both.write(separator(message, part, where.get()).getBytes(StandardCharsets.UTF_8));
                both.write(twin);
                return Optional.of(Bytes.replace(message, where.get(), both.toByteArray()));
            }
        }
        return Optional.empty();
    }

    /** The code with another last letter or digit, which no record of the fixtures has. */
    private static Optional<String> other(String code, List<Upserts.Found> all) {
        if (code.isEmpty() || LAST.indexOf(code.charAt(code.length() - 1)) < 0) {
            return Optional.empty();
        }
        boolean digit = Character.isDigit(code.charAt(code.length() - 1));
        String start = code.substring(0, code.length() - 1);
        return LAST.chars()
                .filter(last -> Character.isDigit(last) == digit)
                .mapToObj(last -> start + (char) last)
                .filter(other -> all.stream().noneMatch(found -> found.key().contains(other)))
                .findFirst();
    }

    /** What stands between two records: a comma in a list of JSON, nothing in XML, else a line's end. */
    private static String separator(byte[] message, byte[] part, Bytes.Stretch where) {
        int next = where.to();
        while (next < message.length && Character.isWhitespace(message[next])) {
            next++;
        }
        if (part[0] == '{' && next < message.length && (message[next] == ',' || message[next] == ']')) {
            return ",";
        }
        return part[0] == '<' || part[part.length - 1] == '\n' ? "" : "\n";
    }
}
