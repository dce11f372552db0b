package org.iochub.routes.egovernment.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.LogPlace;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;

/**
 * The steps of the route: look whether anything is new, count, and hand the counts on in pieces. One thread at a time.
 */
final class Compute {
    /** Counts in a message: some MiB at most. */
    private static final int PIECE = 5_000;

    private final Source<EGovernmentSettings> source;
    private final String settings;
    private Optional<Checkpoint> last;
    private Checkpoint current;
    private List<Count> news = List.of();

    Compute(Source<EGovernmentSettings> source) {
        this.source = source;
        this.settings = digest(source.settings());
        this.last = source.checkpoint().flatMap(Checkpoint::parse);
        this.current = new Checkpoint(new LogPlace("", 0), LocalDate.EPOCH, settings);
    }

    private static String digest(EGovernmentSettings settings) {
        String asked = settings
                + Arrays.stream(Definition.values()).map(Definition::named).collect(Collectors.joining());
        return UUID.nameUUIDFromBytes(asked.getBytes(StandardCharsets.UTF_8)).toString();
    }

    void count(Exchange exchange) {
        news = List.of();
        LocalDate today = LocalDate.ofInstant(source.clock().instant(), source.zone());
        // Asked for first: what is recorded while the records are read may be in the counts, and is news next time.
        current = new Checkpoint(source.recorded().head(), today, settings);
        if (last.filter(this::stillHolds).isPresent()) {
            last = Optional.of(current);
            source.upToDate();
            return;
        }
        news = Computation.news(source, today);
        if (news.isEmpty()) {
            last = Optional.of(current);
            source.upToDate();
        }
    }

    private boolean stillHolds(Checkpoint before) {
        return before.at(current.place()).equals(current) && !source.recorded().changedSince(before.place());
    }

    boolean hasNews(Exchange exchange) {
        return !news.isEmpty();
    }

    void piece(Exchange exchange) {
        List<Count> piece = news.subList(0, Math.min(PIECE, news.size()));
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader(
                HubHeaders.MESSAGE_NAME,
                "e-government " + current.day() + " @" + current.place().position());
        if (piece.size() == news.size()) {
            message.setHeader(HubHeaders.CHECKPOINT, current.text());
        }
        message.setBody(CountJson.write(current.place(), current.day(), piece));
    }

    void taken(Exchange exchange) {
        news = List.copyOf(news.subList(Math.min(PIECE, news.size()), news.size()));
        if (news.isEmpty()) {
            last = Optional.of(current);
        }
    }

    void failed(Exchange exchange) {
        news = List.of();
        source.waiting(Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }
}
