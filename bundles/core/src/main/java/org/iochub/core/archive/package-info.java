/**
 * Raw messages as their sources sent them: kept before they are acknowledged, found again by source, name and time, for
 * lineage, replay and re-normalising.
 */
package org.iochub.core.archive;
