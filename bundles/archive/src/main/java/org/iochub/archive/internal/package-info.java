/** Raw messages in compressed, append-only segments per source and day. */
package org.iochub.archive.internal;
