package org.iochub.core.difference;

import java.util.Optional;
import org.iochub.model.area.AreaRef;

/**
 * What a record holds, to be compared.
 *
 * @param data a JSON object in UTF-8, as {@link org.iochub.model.json.RecordCodec} writes it; not copied
 */
public record Content(byte[] data, Optional<AreaRef> area) {}
