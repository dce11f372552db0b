package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;

/** Ids of keys that still work. */
@Service
public final class KeyIds extends IdCompleter {
    @Reference(optional = true)
    AccessKeys keys;

    @Override
    List<String> ids() {
        return Optional.ofNullable(keys).stream()
                .flatMap(all -> all.list().stream())
                .filter(key -> !key.revoked())
                .map(AccessKey::id)
                .toList();
    }
}
