package org.iochub.declarative.internal.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.iochub.api.SettingKey;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.expression.Expressions;
import org.iochub.declarative.internal.format.RecordFormat;

/** One way to have messages: the value of one key under {@code from}. Has no state. */
public interface FetchFactory {
    /**
     * What a factory may use.
     *
     * @param settings the keys that templates may name
     * @param format for fetches that look into what they fetched, such as for the end of pages or a watermark; empty when
     *     the file's format is wrong, which is a problem already
     */
    record Tools(List<SettingKey> settings, Expressions expressions, Optional<RecordFormat> format) {}

    /** The key under {@code from}. */
    String name();

    /**
     * @param options what stands under the key; it fits {@code schema/from/<name>.schema.json}
     * @param pointer where it stands in the file
     * @return a fetch; of no use when there were problems
     */
    Fetch compile(JsonNode options, String pointer, Tools tools, Problems problems);
}
