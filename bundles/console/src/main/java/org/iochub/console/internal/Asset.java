package org.iochub.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the console, ready to be sent.
 *
 * @param gzip the same, compressed, where that is worth it
 */
record Asset(String type, byte[] bytes, Optional<byte[]> gzip) {
    private static final int WORTH_IT = 1_000;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    static Asset of(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = Optional.ofNullable(TYPES.get(ending))
                .orElseThrow(() -> new IllegalArgumentException("no media type for " + name));
        boolean text = !ending.equals("png") && !ending.equals("woff2");
        return new Asset(type, bytes, text && bytes.length > WORTH_IT ? Optional.of(zipped(bytes)) : Optional.empty());
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
