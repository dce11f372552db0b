/** Hearing what the model's readers made of what they were given. */
package org.iochub.model.trace;
