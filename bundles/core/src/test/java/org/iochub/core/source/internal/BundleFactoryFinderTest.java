package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.FactoryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class BundleFactoryFinderTest {
    private static final String PATH = "META-INF/services/org/apache/camel/";

    @TempDir
    Path folder;

    private final List<Bundle> bundles = new ArrayList<>();

    private static Bundle gone() {
        return bundle(asked -> {
            throw new IllegalStateException("The bundle is uninstalled.");
        });
    }

    private interface Entries {
        URL entry(String path) throws IOException;
    }

    private static Bundle bundle(Entries entries) {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getEntry" -> entries.entry((String) arguments[0]);
                    case "loadClass" -> Class.forName((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private FactoryFinder finder() {
        BundleContext own = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> bundles.toArray(Bundle[]::new));
        return BundleFactoryFinder.resolver(own)
                .resolveFactoryFinder(new DefaultCamelContext().getClassResolver(), PATH);
    }

    @Test
    void aBundleThatGoesMeanwhileDoesNotHideWhatAnotherHas() throws Exception {
        Path described = Files.writeString(folder.resolve("thing"), "class=java.util.ArrayList\n");
        bundles.add(gone());
        bundles.add(
                bundle(asked -> asked.equals(PATH + "thing") ? described.toUri().toURL() : null));
        FactoryFinder finder = finder();
        assertThat(finder.findClass("thing")).contains(ArrayList.class);
        assertThat(finder.findClass("nothing")).isEmpty();
    }
}
