/** Electronic mail that the hub sends. */
package org.iochub.core.mail;
