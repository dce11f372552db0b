package org.iochub.reports.internal.collect;

import java.time.Instant;
import org.iochub.model.Text;

/** Something that waits for a person. @param contact who it waits for; may be empty */
record Open(Text what, String where, Instant since, String contact) {}
