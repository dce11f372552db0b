package org.iochub.shell.internal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.type.RecordTypeRegistry;

/** Names of feeds: every record type, and all of them together. */
@Service
public final class FeedNames extends IdCompleter {
    static final String ALL = "all";

    @Reference(optional = true)
    RecordTypeRegistry types;

    @Override
    List<String> ids() {
        return Stream.concat(Stream.of(ALL), RecordTypeNames.of(types).stream()).toList();
    }
}
