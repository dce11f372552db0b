package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarTest {
    private static final String JAR = "repository/org/example/a/1.0/a-1.0.jar";

    @TempDir
    Path folder;

    static TestJar kar(TestJar adapter, String more) {
        return TestJar.empty()
                .text("META-INF/KARAF.MF", "")
                .bytes(JAR, adapter.toBytes())
                .text("repository/org/example/f/1.0/f-1.0-features.xml", """
                        <features name="a" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                          <feature name="a" version="1.0"><feature>hub-camel-http</feature>
                            <bundle>mvn:org.example/a/1.0</bundle>%s</feature>
                        </features>""".formatted(more));
    }

    private static TestJar sound(String more) {
        return kar(TestJar.adapter("org.example.a", "1.0.0", "a"), more);
    }

    private void refused(TestJar kar, String en) throws Exception {
        Path file = kar.in(folder, "x.kar");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Kar.read(file, folder.resolve("bundle.jar")))
                .satisfies(refusal -> assertThat(refusal.reason().en()).contains(en));
    }

    @Test
    void theBundleAndItsConfigurationAreTaken() throws Exception {
        Path file = sound("""
                        <config name="org.iochub.tenant-x">a = 1</config>
                        <configfile finalname="/etc/org.iochub.source-x.cfg">mvn:org.example/a/1.0/cfg/x</configfile>
                        """)
                .text("repository/org/example/a/1.0/a-1.0-x.cfg", "adapter = a\n")
                .in(folder, "a.kar");
        Kar kar = Kar.read(file, folder.resolve("bundle.jar"));
        assertThat(AdapterJar.read(folder.resolve("bundle.jar")).symbolicName()).isEqualTo("org.example.a");
        assertThat(kar.configuration()).containsOnlyKeys("org.iochub.tenant-x.cfg", "org.iochub.source-x.cfg");
        assertThat(new String(kar.configuration().get("org.iochub.source-x.cfg")))
                .isEqualTo("adapter = a\n");
    }

    @Test
    void whatReachesBeyondOneAdapterIsRefused() throws Exception {
        refused(sound("").text("resources/etc/users.properties", "x"), "resources/");
        refused(sound("").text("repository/b/b/1/b-1.jar", "x"), "exactly one");
        refused(sound("<bundle>mvn:org.other/b/2.0</bundle>"), "not the adapter");
        refused(sound("<config name=\"org.ops4j.pax.web\">x=1</config>"), "org.ops4j.pax.web");
        refused(
                sound("<configfile finalname=\"/etc/users.properties\">mvn:a/b/1/cfg</configfile>"),
                "users.properties");
        refused(sound("<configfile finalname=\"/etc/org.iochub.source-y.cfg\">mvn:a/b/1/cfg</configfile>"), "not hold");
        refused(TestJar.empty().text("a.txt", "x"), "exactly one");
        assertThat(Files.exists(folder.resolve("bundle.jar"))).isFalse();
    }
}
