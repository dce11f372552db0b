/** Examines adapters without a hub: what {@code ./hub check} and {@code ./hub new} run. */
package org.iochub.conformance;
