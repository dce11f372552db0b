/** What was dropped into the deploy folder and what became of it. */
package org.iochub.core.deploy;
