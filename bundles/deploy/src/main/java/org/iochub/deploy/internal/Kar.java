package org.iochub.deploy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A Karaf archive that brings one adapter: its bundle, the feature that names it, and configuration of sources and
 * tenants. Karaf's own installer is not asked: it hides failures and unpacks resources over the container.
 *
 * @param configuration file name in etc to content
 */
record Kar(Map<String, byte[]> configuration) {
    private static final Pattern CONFIGURATION = Pattern.compile("org\\.iochub\\.(source|tenant)-[A-Za-z0-9._-]+");
    private static final Pattern MVN = Pattern.compile("mvn:([^/]+)/([^/]+)/([^/]+)(?:/([^/]+))?(?:/([^/]+))?");

    /** Copies the adapter's bundle to a file of its own. */
    static Kar read(Path file, Path bundle) throws Refused, IOException {
        try (Archive archive = Archive.open(file)) {
            List<ZipEntry> jars = new ArrayList<>();
            List<ZipEntry> features = new ArrayList<>();
            for (ZipEntry entry : archive.entries()) {
                String name = entry.getName();
                if (name.startsWith("resources/")) {
                    throw new Refused(
                            "Tệp KAR có thư mục resources/ (" + name + "), tức là muốn ghi đè lên bản cài đặt; hãy bỏ"
                                    + " thư mục này.",
                            "The KAR has a resources/ folder (" + name
                                    + "), which would be written over the installation; leave it out.");
                }
                if (entry.isDirectory() || !name.startsWith("repository/")) {
                    continue;
                }
                if (name.endsWith(".jar")) {
                    jars.add(entry);
                } else if (name.endsWith(".xml") && isFeatures(archive.bytes(entry))) {
                    features.add(entry);
                }
            }
            if (jars.size() != 1 || features.size() != 1) {
                throw new Refused(
                        "Tệp KAR phải có đúng một bundle bộ kết nối và một tệp features trong repository/; tệp này có "
                                + jars.size() + " tệp .jar và " + features.size()
                                + " tệp features. Thư viện thì nhúng vào bundle hoặc dùng của bản cài đặt.",
                        "A KAR holds exactly one adapter bundle and one features file under repository/; this one has "
                                + jars.size() + " jars and " + features.size()
                                + " features files. Embed libraries in the bundle, or use the distribution's.");
            }
            Kar kar = new Kar(new LinkedHashMap<>());
            kar.features(archive, features.get(0), jars.get(0));
            Files.copy(archive.stream(jars.get(0)), bundle, StandardCopyOption.REPLACE_EXISTING);
            return kar;
        }
    }

    private static boolean isFeatures(byte[] xml) {
        try {
            XMLStreamReader reader = ComponentXml.factory().createXMLStreamReader(new ByteArrayInputStream(xml));
            return reader.nextTag() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("features");
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private void features(Archive archive, ZipEntry features, ZipEntry jar) throws Refused, IOException {
        try {
            XMLStreamReader reader =
                    ComponentXml.factory().createXMLStreamReader(new ByteArrayInputStream(archive.bytes(features)));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "bundle" -> bundle(reader.getElementText().trim(), jar);
                    case "config" -> inline(reader.getAttributeValue(null, "name"), reader.getElementText());
                    case "configfile" ->
                        file(
                                archive,
                                reader.getAttributeValue(null, "finalname"),
                                reader.getElementText().trim());
                    default -> {
                        // names, requirements: the bundle's own manifest says what it needs
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new Refused(
                    "Tệp " + features.getName() + " trong KAR không phải là XML hợp lệ: " + e.getMessage() + ".",
                    "The KAR's " + features.getName() + " is not well-formed XML: " + e.getMessage() + ".");
        }
    }

    private static void bundle(String location, ZipEntry jar) throws Refused {
        if (!path(location).map(jar.getName()::equals).orElse(false)) {
            throw new Refused(
                    "Tệp features trong KAR nêu bundle khác ngoài bộ kết nối: " + location
                            + "; KAR chỉ được mang bộ kết nối.",
                    "The KAR's features file names a bundle that is not the adapter: " + location
                            + "; a KAR brings the adapter only.");
        }
    }

    private void inline(String name, String content) throws Refused {
        String pid = name == null ? "" : name.trim();
        requireOurs(pid);
        configuration.put(pid + ".cfg", content.strip().concat("\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void file(Archive archive, String finalName, String location) throws Refused, IOException {
        String target = finalName == null ? "" : finalName.trim();
        String name = target.substring(target.lastIndexOf('/') + 1);
        if (!name.endsWith(".cfg")) {
            throw foreign(target);
        }
        requireOurs(name.substring(0, name.length() - ".cfg".length()));
        Optional<ZipEntry> entry = path(location)
                .flatMap(wanted -> archive.entries().stream()
                        .filter(one -> one.getName().equals(wanted))
                        .findFirst());
        if (entry.isEmpty()) {
            throw new Refused(
                    "Tệp features trong KAR nêu cấu hình " + location + " nhưng KAR không chứa tệp đó.",
                    "The KAR's features file names the configuration " + location + ", which the KAR does not hold.");
        }
        configuration.put(name, archive.bytes(entry.get()));
    }

    private static void requireOurs(String pid) throws Refused {
        if (!CONFIGURATION.matcher(pid).matches()) {
            throw foreign(pid);
        }
    }

    private static Refused foreign(String name) {
        return new Refused(
                "KAR mang cấu hình «" + name + "»; chỉ được mang org.iochub.source-*.cfg và org.iochub.tenant-*.cfg.",
                "The KAR brings the configuration «" + name
                        + "»; it may bring org.iochub.source-*.cfg and org.iochub.tenant-*.cfg only.");
    }

    /** Where a KAR keeps what a Maven address names. */
    private static Optional<String> path(String location) {
        Matcher mvn = MVN.matcher(location.replaceFirst("^wrap:", ""));
        if (!mvn.matches()) {
            return Optional.empty();
        }
        String type = Optional.ofNullable(mvn.group(4)).orElse("jar");
        String classifier = Optional.ofNullable(mvn.group(5)).map(c -> "-" + c).orElse("");
        return Optional.of("repository/" + mvn.group(1).replace('.', '/') + "/" + mvn.group(2) + "/" + mvn.group(3)
                + "/" + mvn.group(2) + "-" + mvn.group(3) + classifier + "." + type);
    }
}
