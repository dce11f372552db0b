/** The record types known now, the built-in ones and those that bundles add. */
package org.iochub.core.type;
