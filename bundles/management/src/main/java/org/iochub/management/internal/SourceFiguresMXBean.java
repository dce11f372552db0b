package org.iochub.management.internal;

/** One source's figures, since the hub started. Read only. */
public interface SourceFiguresMXBean {
    String getAdapter();

    String getTenant();

    String getState();

    /** What is going on and what its owner should do. */
    String getSentence();

    boolean isUp();

    long getAccepted();

    long getUnchanged();

    long getQuarantined();

    long getWaitingPatches();

    /** Seconds since 1970; 0 before the first success. */
    long getLastSuccessTimestamp();

    /** Age of the newest record at its arrival, in seconds; -1 before the first. */
    double getLagSeconds();

    long getMessages();

    /** How long its messages took in all, in seconds. */
    double getMessageSeconds();
}
