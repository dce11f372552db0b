/**
 * What an adapter author sees. An adapter is one {@link org.iochub.api.SourceAdapter}, registered as an OSGi service:
 *
 * <ol>
 *   <li>its {@link org.iochub.api.AdapterDescriptor} says what it is and which settings an instance takes;
 *   <li>its routes fetch raw messages and hand each one to {@link org.iochub.api.Source#records()}: when that returns,
 *       the records are durable and the message may be acknowledged;
 *   <li>its {@link org.iochub.api.Normalizer}, a pure function, turns a raw message into a stream of
 *       {@link org.iochub.api.Change}s.
 * </ol>
 *
 * Everything else is the hub's: Camel contexts, threads, errors, status, metrics, batches, quarantine, checkpoints.
 */
package org.iochub.api;
