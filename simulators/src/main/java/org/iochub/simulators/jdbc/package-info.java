/** Source systems that are read from their database. */
package org.iochub.simulators.jdbc;
