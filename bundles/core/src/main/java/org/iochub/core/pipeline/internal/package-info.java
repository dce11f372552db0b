/** From a raw message to durable records: spool, normalise, prepare, hand to the store in batches. */
package org.iochub.core.pipeline.internal;
