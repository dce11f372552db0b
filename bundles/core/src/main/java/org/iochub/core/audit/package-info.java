/** Who read what, who changed what: append-only, each entry bound to the one before it. */
package org.iochub.core.audit;
