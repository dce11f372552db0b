/** Refused records through the current adapter again: jobs that are bounded, visible and end where they were stopped. */
package org.iochub.core.replay;
