package org.iochub.feed.internal.soap;

import java.nio.charset.StandardCharsets;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Answers in UTF-8, whatever the request's own encoding was or its header forgot to say. */
final class Utf8 extends AbstractPhaseInterceptor<Message> {
    Utf8() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        if (message.getExchange().getInMessage() != null) {
            message.getExchange().getInMessage().put(Message.ENCODING, StandardCharsets.UTF_8.name());
        }
    }
}
