/** A running hub's whole state in one file. */
package org.iochub.core.backup;
