/** How prepared changes become durable: the write side of the store, in batches of one transaction each. */
package org.iochub.core.store;
