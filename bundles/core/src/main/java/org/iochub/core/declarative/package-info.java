/** Sources that are described by a file instead of written in Java. */
package org.iochub.core.declarative;
