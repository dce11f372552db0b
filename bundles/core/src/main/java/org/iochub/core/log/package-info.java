/** The feed log: one total order over all types, in commit order. */
package org.iochub.core.log;
