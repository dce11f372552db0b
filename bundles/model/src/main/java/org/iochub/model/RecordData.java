package org.iochub.model;

/**
 * The content of a record: what stands in {@code data} on the wire. Implemented by Java records whose components carry
 * {@link org.iochub.model.schema.Field}; a component that is not an {@code Optional} or a {@code List} is required.
 */
public interface RecordData {}
