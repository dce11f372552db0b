/** Shows a running hub with the simulators: configures their sources, waits until each has delivered, says what to try. */
package org.iochub.simulators.demo;
