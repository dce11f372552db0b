package org.iochub.feed.internal.openapi;

import org.iochub.feed.internal.access.Role;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;

/** Who may call an operation at all; what the caller then sees is narrowed by its grants, an owner's by its sector. */
public enum Audience {
    EVERYONE(Role.READER),
    /** Any key, anybody who signed in. */
    KEY(Role.READER),
    /** Those who watch the hub. */
    VIEWER(Role.VIEWER),
    /** Those who steer sources: owners their own. */
    OWNER(Role.OWNER),
    /** Those who steer everything. */
    OPERATOR(Role.OPERATOR),
    ADMIN(Role.ADMIN);

    private final Role least;

    Audience(Role least) {
        this.least = least;
    }

    public boolean admits(Role role) {
        return role.atLeast(least);
    }

    /** What a caller gets that is not admitted. */
    public ProblemException refusal() {
        return this == ADMIN
                ? Problems.forbidden("Thao tác này cần khóa có quyền admin.", "This takes a key with the admin grant.")
                : Problems.forbidden(
                        "Thao tác này cần vai trò " + least.wireName() + " trở lên.",
                        "This takes the role " + least.wireName() + " or a higher one.");
    }
}
