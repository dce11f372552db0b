/**
 * Proof by fault. Loads deliver to a hub and write into a ledger what was acknowledged; faults strike at seeded moments;
 * what the feed holds is compared with the ledger, record by record.
 */
package org.iochub.chaos;
