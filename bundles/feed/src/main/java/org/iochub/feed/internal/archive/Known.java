package org.iochub.feed.internal.archive;

import org.iochub.core.access.Grants;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.sources.SourceScope;

/** Which sources' messages a caller may know of: those it may see; administrators also removed ones. */
final class Known {
    private Known() {}

    static void require(Sources sources, String source, Grants grants) {
        boolean allowed = sources.get(source)
                .map(status -> SourceScope.allows(grants, status))
                .orElse(grants.admin());
        if (!allowed) {
            throw Problems.notFound(
                    "Không có nguồn này, hoặc khóa truy cập không được xem nó.",
                    "There is no such source, or the key may not see it.");
        }
    }
}
