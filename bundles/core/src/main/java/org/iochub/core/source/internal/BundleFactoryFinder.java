package org.iochub.core.source.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.impl.engine.DefaultFactoryFinder;
import org.apache.camel.spi.ClassResolver;
import org.apache.camel.spi.FactoryFinder;
import org.apache.camel.spi.FactoryFinderResolver;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Finds what Camel describes by files in {@code META-INF/services/org/apache/camel/} of its bundles. Camel-Karaf's own
 * finder fails when a bundle goes while it looks through them all, and Camel then remembers that failure as long as the
 * context lives: an adapter could never make an HTTP endpoint because another one was just being tried.
 */
final class BundleFactoryFinder extends DefaultFactoryFinder {
    private final BundleContext own;

    BundleFactoryFinder(BundleContext own, ClassResolver classes, String path) {
        super(classes, path);
        this.own = own;
    }

    static FactoryFinderResolver resolver(BundleContext own) {
        return new FactoryFinderResolver() {
            @Override
            public FactoryFinder resolveFactoryFinder(ClassResolver classes, String path) {
                return new BundleFactoryFinder(own, classes, path);
            }

            @Override
            public FactoryFinder resolveBootstrapFactoryFinder(ClassResolver classes, String path) {
                return new BundleFactoryFinder(own, classes, path);
            }
        };
    }

    @Override
    public Optional<Class<?>> findClass(String key) {
        return Optional.ofNullable(addToClassMap(key, () -> find(getResourcePath() + key)));
    }

    private Class<?> find(String file) throws IOException, ClassNotFoundException {
        for (Bundle bundle : own.getBundles()) {
            try {
                URL entry = bundle.getEntry(file);
                if (entry != null) {
                    return bundle.loadClass(name(entry));
                }
            } catch (IllegalStateException e) {
                continue; // It was uninstalled meanwhile.
            }
        }
        return null;
    }

    private static String name(URL entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = entry.openStream()) {
            properties.load(in);
        }
        return Optional.ofNullable(properties.getProperty("class"))
                .orElseThrow(() -> new IOException(entry + " names no class"));
    }
}
