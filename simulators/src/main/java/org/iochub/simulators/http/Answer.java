package org.iochub.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a simulated server would answer.
 *
 * @param headers beside Content-Type
 */
record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    static Answer ok(String contentType, byte[] body) {
        return new Answer(200, contentType, Map.of(), body);
    }

    static Answer html(int status, String text) {
        return new Answer(
                status,
                "text/html; charset=utf-8",
                Map.of(),
                ("<!doctype html><html><body><h1>" + text + "</h1></body></html>").getBytes(StandardCharsets.UTF_8));
    }
}
