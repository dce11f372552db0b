package org.iochub.chaos.line;

/** What may be wrong with a source. */
public enum Trouble {
    NONE,
    /** Nobody answers. */
    DOWN,
    /** A few kilobytes a second. */
    SLOW,
    /** Connections are taken, nothing comes. */
    HANGING,
    /** Connections are reset after some bytes. */
    RESETTING,
    /** What is sent ends in the middle, as if that were all. */
    HALF,
    /** What was sent is sent again under another name. */
    AGAIN
}
