package org.iochub.declarative.internal.mapping;

import java.util.Optional;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.declarative.internal.expression.JexlExpressions;
import org.iochub.declarative.internal.expression.function.NumberNotation;

/**
 * What compiling a mapping needs.
 *
 * @param sensitive whether the whole source is: its faults show no values
 */
public record MappingTools(
        JexlExpressions expressions, Optional<NumberNotation> numbers, boolean sensitive, Mistakes mistakes) {}
