/** What this hub is called and where it keeps things. */
package org.iochub.core.hub;
