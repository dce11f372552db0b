/** From the text of a configuration file to an adapter's typed settings. */
package org.iochub.core.settings;
