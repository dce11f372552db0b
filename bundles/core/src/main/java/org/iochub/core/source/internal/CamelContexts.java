package org.iochub.core.source.internal;

import org.apache.camel.CamelContext;
import org.iochub.api.SourceAdapter;

/** Makes the Camel context of an adapter, so that components and classes are found as its bundle sees them. */
@FunctionalInterface
interface CamelContexts {
    CamelContext create(SourceAdapter<?> adapter);
}
