/**
 * Readers for normalisers: they stream a message, bound what they hold, and go on behind a record that cannot be read.
 * When the message itself cannot be read on, their streams throw {@link java.io.UncheckedIOException}: the message has to
 * come again. Beside them, what every adapter does with the values it finds: texts, times, areas.
 */
package org.iochub.api.read;
