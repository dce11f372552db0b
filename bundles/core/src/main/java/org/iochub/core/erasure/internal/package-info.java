/** Carrying an erasure from the store to wherever raw messages lie. */
package org.iochub.core.erasure.internal;
