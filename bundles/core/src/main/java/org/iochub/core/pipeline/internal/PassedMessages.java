package org.iochub.core.pipeline.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.core.shadow.MessageTap;
import org.iochub.core.shadow.MessageTaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the messages that were taken go past the taps that are on. */
public final class PassedMessages implements MessageTaps {
    private static final Logger LOG = LoggerFactory.getLogger(PassedMessages.class);

    private final Map<String, List<MessageTap>> taps = new ConcurrentHashMap<>();

    void passed(String source, RawMessage message) {
        if (taps.isEmpty()) {
            return;
        }
        for (MessageTap tap : taps.getOrDefault(source, List.of())) {
            try {
                tap.passed(message);
            } catch (RuntimeException | LinkageError e) {
                // The message is taken: whoever looks on changes nothing about that.
                LOG.warn("A tap of source {} failed: {}", source, e.toString());
            }
        }
    }

    @Override
    public Attached attach(String source, MessageTap tap) {
        taps.merge(
                source,
                List.of(tap),
                (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
        return () -> taps.computeIfPresent(source, (name, all) -> {
            List<MessageTap> rest = all.stream().filter(one -> one != tap).toList();
            return rest.isEmpty() ? null : rest;
        });
    }
}
