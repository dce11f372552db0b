/** Notices and leases between the nodes of one hub, over an embedded Hazelcast member. Only text and numbers cross it. */
package org.iochub.cluster.internal;
