/** Who may read and do what. */
package org.iochub.core.access;
