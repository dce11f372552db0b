/** Taking a person's record out of everything the store has of it. */
package org.iochub.core.erasure;
