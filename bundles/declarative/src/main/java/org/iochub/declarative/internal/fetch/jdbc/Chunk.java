package org.iochub.declarative.internal.fetch.jdbc;

import org.iochub.declarative.internal.fetch.inbox.Spool;

/**
 * Rows that go to the hub together.
 *
 * @param rows newline-delimited JSON
 * @param progress kept with them
 * @param taken called when the hub has them
 */
record Chunk(String id, String name, Spool rows, Progress progress, Runnable taken) {}
