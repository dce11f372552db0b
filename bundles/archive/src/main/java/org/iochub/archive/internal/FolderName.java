package org.iochub.archive.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A source's name as a folder's: whatever a file system might take amiss is spelled out. */
final class FolderName {
    private FolderName() {}

    static String of(String source) {
        String name = URLEncoder.encode(source, StandardCharsets.UTF_8).replace("*", "%2A");
        return name.startsWith(".") ? "%2E" + name.substring(1) : name;
    }

    static String source(String folder) {
        return URLDecoder.decode(folder, StandardCharsets.UTF_8);
    }
}
