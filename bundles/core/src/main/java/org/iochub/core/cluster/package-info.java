/** Which node runs what. */
package org.iochub.core.cluster;
