/** What the hub could not take, kept with its raw form, stage and reason. */
package org.iochub.core.quarantine;
