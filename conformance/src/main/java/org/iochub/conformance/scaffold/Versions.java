package org.iochub.conformance.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the hub itself is built with, as its own pom says them. */
final class Versions {
    private static final Pattern WANTED = Pattern.compile("@(plugin:)?([A-Za-z.-]+)@");
    private final String pom;

    Versions(Path home) throws IOException {
        this.pom = Files.readString(home.resolve("pom.xml"));
    }

    String hub() {
        return first("<artifactId>iochub</artifactId>\\s*<version>([^<]+)<");
    }

    /** The text with each {@code @property@} and {@code @plugin:artifact@} replaced. */
    String fill(String text) {
        return WANTED.matcher(text)
                .replaceAll(wanted -> Matcher.quoteReplacement(
                        wanted.group(1) == null ? property(wanted.group(2)) : plugin(wanted.group(2))));
    }

    private String property(String name) {
        return first("<" + Pattern.quote(name) + ">([^<]+)<");
    }

    private String plugin(String artifact) {
        return first("<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>([^<]+)<");
    }

    private String first(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(pom);
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no " + pattern);
        }
        return found.group(1);
    }
}
