package org.iochub.conformance.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Spoils one record and leaves what stands around it as it is. */
final class Garbler {
    private Garbler() {}

    /**
     * The record as no source means it. Of a line nothing stays. What is no line of its own stays well-formed when it is
     * JSON or XML, since the next record could not be found otherwise, and keeps what sets its fields apart.
     */
    static byte[] spoil(byte[] record, boolean line) {
        String text = new String(record, StandardCharsets.UTF_8).strip();
        if (!line && text.startsWith("{")) {
            return "{\"garbled\": [\"\\u0007\", -1]}".getBytes(StandardCharsets.UTF_8);
        }
        int name = text.startsWith("<") ? endOfName(text) : 0;
        if (name > 1) {
            String element = text.substring(1, name);
            return ("<" + element + "><garbled/></" + element + ">").getBytes(StandardCharsets.UTF_8);
        }
        byte[] spoiled = record.clone();
        for (int i = 0; i < spoiled.length; i++) {
            boolean part = spoiled[i] < 0 || Character.isLetterOrDigit(spoiled[i]);
            if (part || line && spoiled[i] != '\n' && spoiled[i] != '\r') {
                spoiled[i] = '#';
            }
        }
        return Arrays.equals(spoiled, record) ? new byte[] {'?'} : spoiled;
    }

    private static int endOfName(String text) {
        int end = 1;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        // A prefix was declared further out: only an element without one stays well-formed for sure.
        return text.substring(1, end).indexOf(':') < 0 ? end : 0;
    }
}
