/** The shadows of this hub: one thread that reads, one on which normalisers are tried. */
package org.iochub.shadow.internal;
