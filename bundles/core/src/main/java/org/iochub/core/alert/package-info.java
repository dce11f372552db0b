/** What needs a person now: port of the alerts. */
package org.iochub.core.alert;
