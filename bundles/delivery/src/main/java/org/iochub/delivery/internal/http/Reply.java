package org.iochub.delivery.internal.http;

import java.util.Map;
import java.util.Optional;

/** What a receiver answered; its body is nobody's business. @param headers the first of each, names in lower case */
public record Reply(int status, Map<String, String> headers) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean good() {
        return status >= 200 && status < 300;
    }
}
