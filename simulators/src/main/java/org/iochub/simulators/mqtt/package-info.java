/** Devices and systems that publish over MQTT, each behind a broker of its own. */
package org.iochub.simulators.mqtt;
