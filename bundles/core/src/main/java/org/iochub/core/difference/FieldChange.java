package org.iochub.core.difference;

import java.util.Optional;
import org.iochub.model.Text;

/**
 * One difference of two forms of a record.
 *
 * @param field the field's path with {@code *} for elements and keys: {@code steps/*}{@code /org}; {@code @area} is the
 *     unit that the record belongs to
 * @param place JSON pointer in the form after, or before where it is gone: {@code /steps/2/org}; elements count from 0
 * @param title for people
 * @param personal whether it is somebody's personal data: then neither value is told, only that they differ
 * @param before empty where it was absent, and where it is personal
 * @param after empty where it is absent, and where it is personal
 */
public record FieldChange(
        String field, String place, Text title, boolean personal, Optional<String> before, Optional<String> after) {}
