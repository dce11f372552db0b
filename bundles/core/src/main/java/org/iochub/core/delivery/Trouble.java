package org.iochub.core.delivery;

import java.time.Instant;
import org.iochub.model.Text;

/** What went wrong last, in a sentence that says how to mend it. */
public record Trouble(Instant at, Text text) {}
