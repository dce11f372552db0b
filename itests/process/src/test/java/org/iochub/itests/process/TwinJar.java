package org.iochub.itests.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Builds an adapter's bundle, whose sources are pushed into the hub, against what the installation has. */
final class TwinJar {
    private static final String SOURCE = """
            package twin;

            import java.util.List;
            import java.util.stream.Stream;
            import org.iochub.api.*;
            import org.iochub.model.Text;
            import org.iochub.model.record.RecordTypes;

            public class Twin implements SourceAdapter<Twin.Settled> {
                public record Settled(@Setting(vi = "Mức", en = "Level", byDefault = "1") long level) {}

                public AdapterDescriptor<Settled> descriptor() {
                    return new AdapterDescriptor<>("ADAPTER", Sector.PUBLIC_SERVICES, Text.of("Thử", "Trial"),
                            Text.of("Bản thử.", "A trial."), List.of(RecordTypes.TYPE), Transport.PUSH,
                            Settings.of(Settled.class), Text.of("Thứ tự đến.", "Order of arrival."), false);
                }

                public Normalizer normalizer(Source<Settled> source) {
                    source.concern(java.util.Optional.of(Text.of("KHÔNG ĐƯỢC THẤY", "NOT TO BE SEEN")));
                    return message -> { BODY };
                }

                public org.apache.camel.RoutesBuilder routes(Source<Settled> source) {
                    return new org.apache.camel.builder.RouteBuilder() {
                        public void configure() {
                            from(source.pushed()).routeId(source.routeId("pushed")).to(source.records());
                        }
                    };
                }
            }
            """;
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="twin">
              <implementation class="twin.Twin"/>
              <service><provide interface="org.iochub.api.SourceAdapter"/></service>
            </scr:component>
            """;
    private static final String MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.example.twin
            Bundle-Version: VERSION
            Service-Component: OSGI-INF/twin.xml
            Import-Package: org.iochub.api,org.iochub.model,org.iochub.model.code,org.iochub.model.record,org.apache.camel,org.apache.camel.builder,org.apache.camel.model
            Provide-Capability: osgi.service;objectClass:List<String>="org.iochub.api.SourceAdapter"

            """;

    private TwinJar() {}

    /**
     * @param adapter its id
     * @param type the constant of the type it makes
     * @param body of its normaliser: statements that return a stream of changes
     */
    record Twin(String adapter, String type, String version, String body) {
        /** One that would take the place of the distribution's own. */
        static Twin ofDossiers(String body) {
            return new Twin("dossiers", "DOSSIER", "9.0.0", body);
        }
    }

    static Path build(Path folder, String name, Path installation, Twin twin) throws IOException {
        Path work = Files.createDirectories(folder.resolve(name + ".classes"));
        Path source = Files.writeString(
                work.resolve("Twin.java"),
                SOURCE.replace("ADAPTER", twin.adapter())
                        .replace("TYPE", twin.type())
                        .replace("BODY", twin.body()));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        classPath(installation),
                        "-d",
                        work.toString(),
                        source.toString());
        if (status != 0) {
            throw new AssertionError("the adapter was not compiled");
        }
        Path jar = folder.resolve(name);
        Manifest manifest = new Manifest(new java.io.ByteArrayInputStream(
                MANIFEST.replace("VERSION", twin.version()).getBytes()));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            put(zip, "OSGI-INF/twin.xml", COMPONENT.getBytes());
            try (Stream<Path> classes = Files.list(work.resolve("twin"))) {
                for (Path one : classes.toList()) {
                    put(zip, "twin/" + one.getFileName(), Files.readAllBytes(one));
                }
            }
        }
        return jar;
    }

    private static String classPath(Path installation) throws IOException {
        List<String> wanted = List.of("org/iochub/api/", "org/iochub/model/", "camel");
        try (Stream<Path> all = Files.walk(installation.resolve("system"))) {
            return all.map(Path::toString)
                    .filter(path -> path.endsWith(".jar") && wanted.stream().anyMatch(path::contains))
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }

    private static void put(JarOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
