package org.iochub.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

/** The shipped archive, on ports nobody else has. */
final class HubOptions {
    static final String PORT = "hub.test.port";
    static final String TRIED = "hub.tried";

    private HubOptions() {}

    static Option[] shipped() throws IOException {
        Path tried = Path.of(System.getProperty(TRIED));
        int port = freePort();
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(tried.resolve("hub.tar.gz").toUri().toString())
                        .name("IOC Hub")
                        .unpackDirectory(new File(System.getProperty("hub.exam")))
                        // The folder is the hub's own gate's: the test drops files there itself.
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + port),
                // The shipped container asks nobody for bundles; the test's own come from where Maven put them.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("hub.maven")),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + freePort()),
                editConfigurationFilePut("etc/org.iochub.hub.cfg", "port", "" + port),
                editConfigurationFilePut("etc/org.iochub.hub.cfg", "data", "${karaf.base}"),
                editConfigurationFilePut("etc/org.iochub.hub.cfg", "adminKey", "hub_container-test-administrator"),
                editConfigurationFilePut("etc/system.properties", PORT, "" + port),
                editConfigurationFilePut("etc/system.properties", TRIED, tried.toString())));
        for (String argument : karafJvm()) {
            options.add(new VMOption(argument));
        }
        return options.toArray(Option[]::new);
    }

    /** What Karaf's start script gives the JVM. */
    private static List<String> karafJvm() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                // Milliseconds that the test's own parts wait for each other; on a busy machine the usual 10 s are too
                // few.
                "-Dorg.ops4j.pax.swissbox.tracker.ServiceLookup.DEFAULT_TIMEOUT=120000",
                "--add-modules=java.se",
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karafVersion() + ".jar",
                "--patch-module",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karafVersion() + ".jar"));
        for (String open : List.of(
                "java.base/java.security",
                "java.base/java.net",
                "java.base/java.lang",
                "java.base/java.util",
                "java.base/sun.nio.ch",
                "java.naming/javax.naming.spi",
                "java.rmi/sun.rmi.transport.tcp",
                "java.management/sun.management",
                "jdk.management/com.sun.management.internal")) {
            arguments.add("--add-opens");
            arguments.add(open + "=ALL-UNNAMED");
        }
        for (String export : List.of(
                "java.base/jdk.internal.ref",
                "java.base/sun.net.www.protocol.file",
                "java.base/sun.net.www.protocol.ftp",
                "java.base/sun.net.www.protocol.http",
                "java.base/sun.net.www.protocol.https",
                "java.base/sun.net.www.protocol.jar",
                "java.base/sun.net.www.content.text",
                "jdk.naming.rmi/com.sun.jndi.url.rmi",
                "java.rmi/sun.rmi.registry")) {
            arguments.add("--add-exports=" + export + "=ALL-UNNAMED");
        }
        arguments.addAll(List.of("-classpath", "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*"));
        return arguments;
    }

    private static String karafVersion() {
        return System.getProperty("karaf.version");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Path tried(String file) {
        Path path = Path.of(System.getProperty(TRIED), file);
        if (!Files.exists(path)) {
            throw new IllegalStateException("not built: " + path);
        }
        return path;
    }
}
