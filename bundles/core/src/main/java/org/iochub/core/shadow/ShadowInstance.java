package org.iochub.core.shadow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * A shadow beside one live instance.
 *
 * @param liveVersion the version that runs, which it is compared with; empty while it is not there
 * @param notes what people should know of what was not compared
 * @param fields how many records differ in each field, by {@code type.field}, most first
 * @param last when the last message that was compared had been received
 */
public record ShadowInstance(
        String source,
        String liveVersion,
        Standing standing,
        List<Text> notes,
        Figures figures,
        Map<String, Long> fields,
        Optional<Instant> last) {

    /**
     * How it follows its source now.
     *
     * @param tenant the authority; empty while the source is not ready
     * @param archived whether messages are read from the archive of raw messages, so that none is missed; else they are
     *     heard in memory as they pass
     * @param settings what the candidate would say of the instance's settings
     * @param comparable whether the settings do for the candidate
     * @param caughtUp whether every message so far has had its turn
     */
    public record Standing(String tenant, boolean archived, List<Text> settings, boolean comparable, boolean caughtUp) {
        public static final Standing NONE = new Standing("", false, List.of(), false, false);

        public Standing caughtUp(boolean now) {
            return now == caughtUp ? this : new Standing(tenant, archived, settings, comparable, now);
        }
    }
}
