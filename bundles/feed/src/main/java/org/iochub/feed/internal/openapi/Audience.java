package org.iochub.feed.internal.openapi;

/** Who may call an operation at all; what the caller then sees is narrowed by its grants. */
public enum Audience {
    EVERYONE,
    KEY,
    ADMIN
}
