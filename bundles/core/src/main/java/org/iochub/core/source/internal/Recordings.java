package org.iochub.core.source.internal;

import org.iochub.api.AdapterDescriptor;
import org.iochub.core.records.internal.TenantView;

/** Opens what an instance may see of the hub's own records, for as long as it runs. */
@FunctionalInterface
interface Recordings {
    /** @param source the instance */
    TenantView open(AdapterDescriptor<?> adapter, String tenant, String source);
}
