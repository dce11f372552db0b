/** Source instances: their configuration, life cycle and status. */
package org.iochub.core.source;
