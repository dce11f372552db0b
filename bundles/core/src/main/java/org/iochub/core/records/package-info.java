/** What records are now and what they were. */
package org.iochub.core.records;
