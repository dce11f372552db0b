/** The twelve built-in record types. */
package org.iochub.model.record;
