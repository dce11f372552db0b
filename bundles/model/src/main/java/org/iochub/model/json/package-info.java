/** The one canonical way to write and read records as JSON. */
package org.iochub.model.json;
