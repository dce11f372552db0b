/**
 * How good the data are that came in: counted by day, source and record type, by the four words «đúng, đủ, sạch, sống»
 * (right, complete, clean, live).
 */
package org.iochub.core.quality;
