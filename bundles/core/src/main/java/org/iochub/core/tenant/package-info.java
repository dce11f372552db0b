/** The authorities whose data the hub holds. */
package org.iochub.core.tenant;
