package org.iochub.core.difference;

import java.util.Optional;

/** A record in which a field differs. Values are cut, and absent where they are personal. */
public record DifferenceExample(String record, String place, Optional<String> before, Optional<String> after) {}
