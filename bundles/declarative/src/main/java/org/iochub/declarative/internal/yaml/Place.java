package org.iochub.declarative.internal.yaml;

/** A place in a text, counted from 1. */
public record Place(int line, int column) {
    public static final Place START = new Place(1, 1);
}
