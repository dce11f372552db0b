package org.iochub.conformance.adapter;

/** How an adapter is written. */
public enum Kind {
    /** A file that describes it. */
    YAML,
    /** A bundle. */
    JAVA
}
