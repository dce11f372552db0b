package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;

/** Ids of authorities. */
@Service
public final class TenantIds extends IdCompleter {
    @Reference(optional = true)
    Tenants tenants;

    @Override
    List<String> ids() {
        return Optional.ofNullable(tenants).stream()
                .flatMap(all -> all.list().stream())
                .map(Tenant::id)
                .toList();
    }
}
