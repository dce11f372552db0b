/** Candidates for an adapter's next version, which read what the running one reads and write nothing. */
package org.iochub.core.shadow;
