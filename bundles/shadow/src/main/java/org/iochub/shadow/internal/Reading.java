package org.iochub.shadow.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.model.Fault;

/**
 * What a normaliser made of a message.
 *
 * @param changes a message that was given up half ends in a refusal, as it does in the hub's pipeline
 * @param failure a mistake of the adapter's own
 * @param hung it took too long and was broken off
 * @param stuck it could not be broken off: its thread goes on until it ends by itself
 */
record Reading(List<Change> changes, Optional<Fault> failure, Duration took, boolean hung, boolean stuck) {}
