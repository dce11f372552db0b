package org.iochub.core.difference;

import java.util.List;
import org.iochub.model.Text;

/**
 * All differences of one field.
 *
 * @param type the record type
 * @param field as in {@link FieldChange#field()}
 * @param records in how many records it differs
 * @param changes how often it differs: more than once in a record where it is in a list
 * @param examples the first ones
 */
public record FieldDifference(
        String type,
        String field,
        Text title,
        boolean personal,
        long records,
        long changes,
        List<DifferenceExample> examples) {
    public FieldDifference {
        examples = List.copyOf(examples);
    }
}
