/** Sources that are read from a mailbox. */
package org.iochub.simulators.mail;
