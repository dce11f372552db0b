package org.iochub.model.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.iochub.model.PersonalData;

/**
 * Describes one field of the shared model, once, on its record component: the JSON Schema, the validator and the
 * masking of personal data all read it here, so that they cannot drift apart.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
    /** Title in Vietnamese. */
    String vi();

    /** Title in English. */
    String en();

    PersonalData personal() default PersonalData.NONE;

    /** People write here what they like: masking scans it for numbers that identify. */
    boolean freeText() default false;

    /** How a personal field is shown to readers who may see it masked only. */
    Mask mask() default Mask.AUTO;

    /** UCUM code; empty where a number has no unit. */
    String unit() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    /** In characters, for text. */
    int maxLength() default 2_000;

    /** A regular expression that works alike in Java and ECMAScript; empty for none. */
    String pattern() default "";

    /** Elements, for lists. */
    int maxItems() default 10_000;
}
