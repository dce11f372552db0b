/** Configuration files as the container hands them over. */
package org.iochub.core.config.internal;
