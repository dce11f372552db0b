package org.iochub.archive.internal;

/** How hard to compress: the fastest level takes a hundredth of what reading the same records takes. */
final class Compression {
    static final int LEVEL = 1;

    private Compression() {}
}
