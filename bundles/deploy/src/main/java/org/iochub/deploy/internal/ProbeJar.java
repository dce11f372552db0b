package org.iochub.deploy.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** An empty bundle that needs of the container what an adapter needs, under a name of its own. */
final class ProbeJar {
    private static final List<String> NEEDS = List.of(Constants.IMPORT_PACKAGE, Constants.REQUIRE_CAPABILITY);

    private ProbeJar() {}

    static InputStream of(AdapterJar jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, jar.symbolicName() + ".probe");
        main.putValue(Constants.BUNDLE_VERSION, jar.version().toString());
        NEEDS.forEach(name -> jar.header(name).ifPresent(value -> main.putValue(name, value)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
