package org.iochub.core.source.internal;

import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.iochub.api.SourceAdapter;
import org.osgi.framework.FrameworkUtil;

/** Camel contexts that look things up through the adapter's bundle and the OSGi service registry. */
final class OsgiCamelContexts implements CamelContexts {
    @Override
    public CamelContext create(SourceAdapter<?> adapter) {
        return new OsgiDefaultCamelContext(
                FrameworkUtil.getBundle(adapter.getClass()).getBundleContext());
    }
}
