package org.iochub.routes.environmentstations.internal;

import java.nio.charset.StandardCharsets;

final class StationText {
    private StationText() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
