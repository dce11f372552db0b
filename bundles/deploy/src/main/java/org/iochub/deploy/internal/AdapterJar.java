package org.iochub.deploy.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * An adapter bundle as its manifest and content describe it.
 *
 * @param wiring the headers that say what it needs of the container
 */
record AdapterJar(String symbolicName, Version version, Attributes wiring) {
    static final String ADAPTER = "org.iochub.api.SourceAdapter";
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int CLASS_MAGIC = 0xCAFEBABE;
    private static final int JAVA_OFFSET = 44;

    /** Reads the jar and refuses what no adapter may be. Looks at the file only, not at what is installed. */
    static AdapterJar read(Path file) throws Refused, IOException {
        try (Archive archive = Archive.open(file)) {
            Attributes main = manifest(archive);
            AdapterJar jar = new AdapterJar(symbolicName(main), version(main), main);
            jar.refuseForbiddenHeaders();
            jar.refuseForeignImports();
            jar.refuseNewerJava(archive);
            jar.requireAdapter(archive);
            return jar;
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(wiring.getValue(name)).filter(value -> !value.isBlank());
    }

    private static Attributes manifest(Archive archive) throws Refused, IOException {
        Optional<ZipEntry> entry = archive.entries().stream()
                .filter(one -> one.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME))
                .findFirst();
        if (entry.isEmpty()) {
            throw new Refused(
                    "Tệp JAR không có META-INF/MANIFEST.MF nên không phải là một bundle OSGi; hãy đóng gói bằng"
                            + " bnd-maven-plugin như mẫu của lệnh «hub new».",
                    "The jar has no META-INF/MANIFEST.MF, so it is no OSGi bundle; package it with bnd-maven-plugin,"
                            + " as «hub new» sets it up.");
        }
        try {
            return new Manifest(new ByteArrayInputStream(archive.bytes(entry.get()))).getMainAttributes();
        } catch (IOException e) {
            throw new Refused(
                    "META-INF/MANIFEST.MF bị hỏng: " + e.getMessage() + ".",
                    "META-INF/MANIFEST.MF is damaged: " + e.getMessage() + ".");
        }
    }

    private static String symbolicName(Attributes main) throws Refused {
        String name = Clause.parse(Optional.ofNullable(main.getValue(Constants.BUNDLE_SYMBOLICNAME))).stream()
                .flatMap(clause -> clause.names().stream())
                .findFirst()
                .orElse("");
        if (!SYMBOLIC_NAME.matcher(name).matches() || !"2".equals(main.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new Refused(
                    "Tệp không phải là một bundle OSGi: META-INF/MANIFEST.MF thiếu Bundle-SymbolicName hợp lệ hoặc"
                            + " Bundle-ManifestVersion: 2; hãy đóng gói bằng bnd-maven-plugin.",
                    "The file is no OSGi bundle: META-INF/MANIFEST.MF lacks a valid Bundle-SymbolicName or"
                            + " Bundle-ManifestVersion: 2; package it with bnd-maven-plugin.");
        }
        return name;
    }

    private static Version version(Attributes main) throws Refused {
        String text =
                Optional.ofNullable(main.getValue(Constants.BUNDLE_VERSION)).orElse("");
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "Bundle-Version «" + text + "» không phải là một phiên bản OSGi; hãy viết dạng 1.2.3.",
                    "Bundle-Version «" + text + "» is not an OSGi version; write it like 1.2.3.");
        }
    }

    private void refuseForbiddenHeaders() throws Refused {
        forbid(
                Constants.EXPORT_PACKAGE,
                "bộ kết nối không được cung cấp gói cho bundle khác, vì cập nhật nó sẽ khởi động lại các bundle đó;"
                        + " hãy dùng Private-Package",
                "an adapter exports nothing, since updating it would restart whoever uses its packages; make them"
                        + " Private-Package");
        forbid(
                Constants.FRAGMENT_HOST,
                "mảnh bundle làm thay đổi bundle chủ đang chạy; hãy làm một bundle riêng",
                "a fragment changes the bundle it attaches to; make it a bundle of its own");
        forbid(
                Constants.REQUIRE_BUNDLE,
                "hãy dùng Import-Package thay cho việc gắn với cả một bundle",
                "use Import-Package instead of tying it to a whole bundle");
        forbid(
                Constants.DYNAMICIMPORT_PACKAGE,
                "gói lấy lúc đang chạy không kiểm tra trước được; hãy liệt kê trong Import-Package",
                "packages taken at run time cannot be checked beforehand; list them in Import-Package");
        for (Clause clause : Clause.parse(header(Constants.PROVIDE_CAPABILITY))) {
            if (!clause.names().contains("osgi.service")) {
                throw new Refused(
                        "Tiêu đề Provide-Capability nêu «" + clause.names() + "»; bộ kết nối chỉ được cung cấp"
                                + " osgi.service.",
                        "The header Provide-Capability names " + clause.names()
                                + "; an adapter provides osgi.service only.");
            }
        }
    }

    private void forbid(String name, String vi, String en) throws Refused {
        Optional<String> value = header(name);
        if (value.isPresent()) {
            throw new Refused(
                    "META-INF/MANIFEST.MF có tiêu đề " + name + ": " + brief(value.get()) + "; " + vi + ".",
                    "META-INF/MANIFEST.MF has the header " + name + ": " + brief(value.get()) + "; " + en + ".");
        }
    }

    private void refuseForeignImports() throws Refused {
        List<String> foreign = Clause.parse(header(Constants.IMPORT_PACKAGE)).stream()
                .flatMap(clause -> clause.names().stream())
                .filter(name -> !Visible.allows(name))
                .toList();
        if (!foreign.isEmpty()) {
            String named = brief(String.join(", ", foreign));
            throw new Refused(
                    "Import-Package nêu gói mà bộ kết nối không được dùng: " + named
                            + "; hãy nhúng thư viện vào bundle hoặc bỏ phần phụ thuộc.",
                    "Import-Package names what an adapter may not see: " + named
                            + "; embed the library in the bundle, or do without it.");
        }
    }

    private void refuseNewerJava(Archive archive) throws Refused, IOException {
        int running = Runtime.version().feature();
        for (ZipEntry entry : archive.entries()) {
            String name = entry.getName();
            // Of a multi-release jar the running Java takes only what it can read.
            if (!name.endsWith(".class") || name.startsWith("META-INF/versions/")) {
                continue;
            }
            int java = javaOf(archive, entry);
            if (java > running) {
                throw new Refused(
                        "Lớp " + name + " được biên dịch cho Java " + java + ", hệ thống đang chạy Java " + running
                                + "; hãy đặt maven.compiler.release thành " + running + ".",
                        "The class " + name + " was compiled for Java " + java + ", the hub runs on Java " + running
                                + "; set maven.compiler.release to " + running + ".");
            }
        }
    }

    private static int javaOf(Archive archive, ZipEntry entry) throws Refused, IOException {
        try (DataInputStream in = new DataInputStream(archive.stream(entry))) {
            if (in.readInt() == CLASS_MAGIC) {
                in.readUnsignedShort();
                return in.readUnsignedShort() - JAVA_OFFSET;
            }
        } catch (java.io.EOFException e) {
            // too short to be a class: refused below
        }
        throw new Refused(
                "«" + entry.getName() + "» không phải là tệp lớp Java.",
                "«" + entry.getName() + "» is no Java class file.");
    }

    private void requireAdapter(Archive archive) throws Refused, IOException {
        if (adapterComponents(archive).isEmpty()) {
            throw new Refused(
                    "Bundle không có thành phần DS nào cung cấp " + ADAPTER + "; hãy đánh dấu lớp bộ kết nối bằng"
                            + " @Component(service = SourceAdapter.class).",
                    "The bundle has no DS component that provides " + ADAPTER
                            + "; annotate the adapter class with @Component(service = SourceAdapter.class).");
        }
    }

    /** The names of the adapter classes. */
    List<String> adapterClasses(Path file) throws Refused, IOException {
        try (Archive archive = Archive.open(file)) {
            return adapterComponents(archive).stream()
                    .flatMap(xml -> ComponentXml.implementation(xml).stream())
                    .toList();
        }
    }

    private List<byte[]> adapterComponents(Archive archive) throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (String pattern : Clause.parse(header("Service-Component")).stream()
                .flatMap(clause -> clause.names().stream())
                .toList()) {
            Pattern name = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q"));
            for (ZipEntry entry : archive.entries()) {
                if (name.matcher(entry.getName()).matches()) {
                    byte[] xml = archive.bytes(entry);
                    if (ComponentXml.provides(xml, ADAPTER)) {
                        found.add(xml);
                    }
                }
            }
        }
        return found;
    }

    private static String brief(String text) {
        return text.length() <= 200 ? text : text.substring(0, 197) + "...";
    }
}
