/** Feeds every parser with bytes that nobody would send. */
package org.iochub.fuzz;
