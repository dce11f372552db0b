package org.iochub.simulators;

import java.util.Map;

/** One source system: a server that is started by its constructor or factory and stopped by {@link #close()}. */
public interface Simulator extends AutoCloseable {
    /** Kebab-case, as the adapter that reads it is called. */
    String name();

    /**
     * The settings an instance of the adapter needs to reach it, by key, such as {@code url=http://127.0.0.1:4711/}. One
     * entry for each instance, by instance id; the tenant stands under the key {@code tenant}.
     */
    Map<String, Map<String, String>> instances();

    @Override
    void close();
}
