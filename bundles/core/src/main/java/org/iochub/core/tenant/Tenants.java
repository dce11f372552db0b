package org.iochub.core.tenant;

import java.util.List;
import java.util.Optional;

/** The authorities, from {@code org.iochub.tenant-<id>.cfg}. Safe for any number of threads. */
public interface Tenants {
    List<Tenant> list();

    Optional<Tenant> get(String id);
}
