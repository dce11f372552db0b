package org.iochub.core.source.internal;

import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.FactoryFinderResolver;
import org.iochub.api.SourceAdapter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Camel contexts that look things up through the adapter's bundle and the OSGi service registry. */
final class OsgiCamelContexts implements CamelContexts {
    @Override
    public CamelContext create(SourceAdapter<?> adapter) {
        return new Context(FrameworkUtil.getBundle(adapter.getClass()).getBundleContext());
    }

    private static final class Context extends OsgiDefaultCamelContext {
        Context(BundleContext bundle) {
            super(bundle);
        }

        @Override
        protected FactoryFinderResolver createFactoryFinderResolver() {
            return BundleFactoryFinder.resolver(getBundleContext());
        }
    }
}
