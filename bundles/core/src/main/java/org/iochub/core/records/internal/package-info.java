/** What adapters that compute something see of the hub's records. */
package org.iochub.core.records.internal;
