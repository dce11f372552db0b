/** Old versions that are removed after a time; current state never is. */
package org.iochub.store.internal.retention;
