/** Dates and reporting periods as Vietnamese sources write them. */
package org.iochub.model.time;
