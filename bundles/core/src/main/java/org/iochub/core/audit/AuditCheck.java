package org.iochub.core.audit;

import java.util.OptionalLong;

/**
 * What checking the whole chain found.
 *
 * @param first number of the first entry kept; earlier ones were forgotten after their time
 * @param last number of the last one; 0 for none
 * @param head its hash: noted elsewhere, it proves later that nothing was cut off
 * @param broken the first entry that is not what was written
 */
public record AuditCheck(long first, long last, String head, OptionalLong broken) {}
