/** Numbers as Vietnamese sources write them, in the style a source declares. */
package org.iochub.model.number;
