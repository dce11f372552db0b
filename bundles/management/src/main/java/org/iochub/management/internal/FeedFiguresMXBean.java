package org.iochub.management.internal;

import java.util.Map;

/** The log's figures. Read only. */
public interface FeedFiguresMXBean {
    /** The last position, of all types. */
    long getSequence();

    /** The oldest position that is kept. */
    long getOldest();

    /** The last position of each type. */
    Map<String, Long> getSequences();

    /** Refused records that are open. */
    long getOpenQuarantine();

    /** Alerts that fire, by severity. */
    Map<String, Long> getAlertsFiring();
}
