/** The shared model: what a record is, how it is identified, and what can be wrong with it. */
package org.iochub.model;
