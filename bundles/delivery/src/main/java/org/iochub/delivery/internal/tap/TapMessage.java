package org.iochub.delivery.internal.tap;

/**
 * One event on its way to a platform.
 *
 * @param key {@code type/subject}: what has the same key stays in order
 * @param cursor the place of this very event, to go on from over HTTP
 * @param event a CloudEvent in JSON
 */
record TapMessage(String topic, String key, String cursor, byte[] event) {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
    static final String KEY = "iochub_key";
    static final String CURSOR = "iochub_cursor";
}
