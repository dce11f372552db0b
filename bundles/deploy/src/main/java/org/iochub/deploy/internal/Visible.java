package org.iochub.deploy.internal;

import java.util.List;

/** What an adapter may see of the container. Whatever else it needs it carries inside itself. */
final class Visible {
    private static final List<String> PREFIXES = List.of(
            "org.iochub.api",
            "org.iochub.model",
            "org.apache.camel",
            "org.osgi",
            "org.slf4j",
            "java",
            "javax",
            "jakarta",
            "org.w3c.dom",
            "org.xml.sax",
            "com.fasterxml.jackson",
            "org.yaml.snakeyaml",
            "com.rometools",
            "org.jdom2",
            "org.codehaus.stax2",
            "com.ctc.wstx",
            "com.networknt.schema",
            "de.siegmar.fastcsv",
            "com.github.benmanes.caffeine",
            "org.apache.commons.net",
            "org.apache.commons.codec",
            "org.apache.commons.io",
            "org.apache.hc",
            "com.jcraft.jsch");

    private Visible() {}

    static boolean allows(String packageName) {
        return PREFIXES.stream().anyMatch(prefix -> packageName.equals(prefix) || packageName.startsWith(prefix + "."));
    }
}
