package org.iochub.core.archive;

import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;

/**
 * Messages in order of arrival.
 *
 * @param next the place to go on from; empty when this was the last page
 * @param damages what of this stretch cannot be read any more, each with the place and in a sentence: {@code
 *     archive-damaged}, {@code archive-missing}, {@code archive-key}, and {@code archive-erased} for what was removed on
 *     demand; what lies around it is in the page
 */
public record ArchivePage(List<ArchivedMessage> messages, Optional<String> next, List<Fault> damages) {
    public ArchivePage {
        messages = List.copyOf(messages);
        damages = List.copyOf(damages);
    }
}
