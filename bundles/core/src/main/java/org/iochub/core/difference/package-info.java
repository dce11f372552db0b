/** What differs between two readings of the same records, by field, counted and with a few examples. */
package org.iochub.core.difference;
