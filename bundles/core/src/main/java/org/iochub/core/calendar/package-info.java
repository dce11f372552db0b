/** Working days and public holidays. */
package org.iochub.core.calendar;
