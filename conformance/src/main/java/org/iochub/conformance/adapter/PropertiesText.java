package org.iochub.conformance.adapter;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Small files of {@code key = value} in UTF-8. */
final class PropertiesText {
    private PropertiesText() {}

    /** @throws IOException when it is no such file; says which */
    static Map<String, String> read(String file, byte[] bytes) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        Map<String, String> read = new TreeMap<>();
        properties.forEach(
                (key, value) -> read.put(key.toString(), value.toString().strip()));
        return read;
    }
}
