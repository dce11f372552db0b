package org.iochub.reading.feed;

import java.util.List;
import org.iochub.reading.scope.Shown;

/**
 * What one reading of a feed gives.
 *
 * @param next the position to go on from
 * @param more whether the log already holds positions behind {@code next}
 */
public record FeedPage(List<Shown> records, long next, boolean more) {}
