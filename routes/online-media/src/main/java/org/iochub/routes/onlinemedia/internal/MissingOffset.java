package org.iochub.routes.onlinemedia.internal;

/** What to make of a time that does not say its offset. */
public enum MissingOffset {
    /** It is meant in the authority's time zone. */
    LOCAL,
    /** It is meant in UTC. */
    UTC,
    /** The record is refused. */
    REFUSE
}
