package org.iochub.conformance.adapter;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.iochub.deploy.internal.AdapterRules;

/** Loads an adapter's classes so that they see of the hub what the gate lets them see, and nothing else. */
final class AdapterLoader extends URLClassLoader {
    AdapterLoader(Path jar) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, new Window(AdapterLoader.class.getClassLoader()));
    }

    /** Lets the visible packages through. */
    private static final class Window extends ClassLoader {
        private final ClassLoader hub;

        Window(ClassLoader hub) {
            super(null);
            this.hub = hub;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            int dot = name.lastIndexOf('.');
            if (dot < 0 || !AdapterRules.visible(name.substring(0, dot))) {
                throw new ClassNotFoundException(name);
            }
            return hub.loadClass(name);
        }

        @Override
        public URL getResource(String name) {
            int slash = name.lastIndexOf('/');
            return slash > 0 && AdapterRules.visible(name.substring(0, slash).replace('/', '.'))
                    ? hub.getResource(name)
                    : null;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            URL one = getResource(name);
            return one == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(one));
        }
    }
}
