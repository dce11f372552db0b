package org.iochub.declarative.internal.fetch;

import org.apache.camel.RoutesBuilder;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;

/** How a declarative source's messages are had. Immutable; serves any number of instances. */
public interface Fetch {
    Transport transport();

    /** The routes of one instance; see {@link org.iochub.api.SourceAdapter#routes}. */
    RoutesBuilder routes(Source<DeclaredSettings> source);
}
