package org.iochub.feed.internal.feed;

import java.util.List;
import org.iochub.feed.internal.representation.Shown;

/**
 * What one request reads of a feed.
 *
 * @param next the position to go on from
 * @param more whether the log already holds positions behind {@code next}
 */
record FeedPage(List<Shown> records, long next, boolean more) {}
