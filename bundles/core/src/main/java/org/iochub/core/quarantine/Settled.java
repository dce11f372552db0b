package org.iochub.core.quarantine;

import java.time.OffsetDateTime;

/** How an entry was settled: who did it, why, and when. */
public record Settled(String by, String why, OffsetDateTime at) {}
