/** Backups: the store in a form that both databases read, with the hub's files, in one zip file with a manifest. */
package org.iochub.store.internal.backup;
