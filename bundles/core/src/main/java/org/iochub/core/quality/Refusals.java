package org.iochub.core.quality;

import java.util.Optional;

/** How many records of a source were refused for a reason in a span of time. */
public record Refusals(String source, Optional<String> type, String code, long count) {}
