package org.iochub.console.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The console's files in memory. Their addresses hold the digest of them all, so that a browser keeps them for good and
 * still has the new ones as soon as the hub has; only the page itself is asked for every time.
 */
final class Assets {
    private static final String PAGE = "index.html";

    private final String version;
    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final byte[] page;

    /** @param contents by path, {@code index.html} among them */
    Assets(SortedMap<String, byte[]> contents) {
        this.version = digest(contents);
        contents.forEach((name, bytes) -> {
            if (!name.equals(PAGE)) {
                files.put(name, Asset.of(name, bytes));
            }
        });
        String html = new String(contents.get(PAGE), StandardCharsets.UTF_8)
                .replace("<!-- preload -->", preloads(contents))
                .replace("{base}", base());
        this.page = html.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the files of this version are. */
    String base() {
        return "/console/" + version + "/";
    }

    String version() {
        return version;
    }

    byte[] page() {
        return page;
    }

    /** @param path below {@link #base()} */
    Optional<Asset> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The shell's modules are fetched at once, not one after the other as each names the next. */
    private static String preloads(SortedMap<String, byte[]> contents) {
        return contents.keySet().stream()
                .filter(name -> name.startsWith("app/") && name.endsWith(".js"))
                .map(name -> "<link rel=\"modulepreload\" href=\"{base}" + name + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static String digest(SortedMap<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
