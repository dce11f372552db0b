package org.iochub.feed.internal.sources;

import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;

/** The one place that decides whether somebody may steer a source. */
public final class Steering {
    private Steering() {}

    /**
     * The source, for a caller who may steer it.
     *
     * @throws ProblemException 404 where they may not even know of it, 403 where they may
     */
    public static SourceStatus require(Sources sources, String id, Caller caller) {
        SourceStatus source = sources.get(id)
                .filter(found -> SourceScope.allows(caller.grants(), found))
                .orElseThrow(() -> Problems.notFound(
                        "Không có nguồn này, hoặc khóa truy cập không được xem nó.",
                        "There is no such source, or the key may not see it."));
        if (!caller.steers(source)) {
            throw refused(id);
        }
        return source;
    }

    /** As {@link #require} for what a source left behind: its refused records outlive its configuration. */
    public static void requireEvenIfGone(Sources sources, String id, Caller caller) {
        boolean all = caller.role().atLeast(Role.OPERATOR);
        if (!all && sources.get(id).filter(caller::steers).isEmpty()) {
            throw refused(id);
        }
    }

    private static ProblemException refused(String id) {
        String shown = Problems.shown(id);
        return Problems.forbidden(
                "Nguồn «" + shown + "» không thuộc lĩnh vực và địa phương mà bạn quản lý.",
                "The source \"" + shown + "\" is not of the sector and authority you have charge of.");
    }
}
