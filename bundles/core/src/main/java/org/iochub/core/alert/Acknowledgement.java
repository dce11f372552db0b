package org.iochub.core.alert;

import java.time.Instant;

/**
 * Somebody saw it and takes care.
 *
 * @param by as the audit trail names them: {@code user:an}, {@code key:…}
 * @param note what they do about it; may be empty
 */
public record Acknowledgement(String by, Instant at, String note) {}
