package org.iochub.feed.internal.export;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row and never held as a whole. */
interface Sheet {
    void headings(List<String> titles) throws IOException;

    /**
     * @param cells {@code String}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate} or {@code LocalDateTime} (local
     *     time); empty for an empty cell
     */
    void row(List<java.util.Optional<Object>> cells) throws IOException;

    void end() throws IOException;
}
