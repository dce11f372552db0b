/** The one thread that replays. */
package org.iochub.core.replay.internal;
