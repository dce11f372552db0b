/** Reports over a period: port. */
package org.iochub.core.report;
