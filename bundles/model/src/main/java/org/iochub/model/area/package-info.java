/** Administrative units, each with its span of validity: a code alone means different territory over time. */
package org.iochub.model.area;
