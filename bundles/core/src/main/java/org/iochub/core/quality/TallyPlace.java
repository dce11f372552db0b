package org.iochub.core.quality;

import java.time.LocalDate;
import org.iochub.api.LogPlace;

/**
 * How far an authority's records are counted.
 *
 * @param place up to where in the log
 * @param definitions a digest of the definitions that it was counted by
 * @param from days before this were counted by earlier definitions and stay as they are
 * @param step grows by one with every change
 */
public record TallyPlace(LogPlace place, String definitions, LocalDate from, long step) {}
