/** The closed lists of codes of the shared model, and the mapping of a source's codes to them. */
package org.iochub.model.code;
