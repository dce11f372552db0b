package org.iochub.simulators.http;

/** What a server may do instead of answering. */
public enum Misbehaviour {
    /** Answers as it should. */
    NONE,
    /** Takes the request and never answers. */
    HANG,
    /** Answers 500. */
    FAIL,
    /** Answers 200 with a sign-in page. */
    HTML,
    /** Answers 200 with the first half of the document, as if that were all. */
    TRUNCATE,
    /** Announces the whole document and closes the connection in the middle of it. */
    BREAK_OFF,
    /** Answers 200 with a few kilobytes of gzip that unpack to a hundred megabytes. */
    GZIP_BOMB
}
