package org.iochub.routes.health.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Counts the visits of a package while it is read. Refused records come as they are met, the figures at the end, and
 * only when the whole package was sound: half a package must not replace a whole one. No change carries any of the
 * package's text, and no exception of its content leaves this class, since the hub would show what it says.
 */
final class HealthNormalizer implements Normalizer {
    private final Source<HealthSettings> source;
    private final VisitReader visits;
    private final Figures figures;

    HealthNormalizer(Source<HealthSettings> source) {
        HealthSettings settings = source.settings();
        this.source = source;
        this.visits = new VisitReader(VisitKinds.parse(settings.visitKinds()), settings.maxFileBytes());
        this.figures = new Figures(source);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        try {
            PackageReader reader = new PackageReader(message.open(), source.settings(), visits);
            Run run = new Run(message, reader);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED | Spliterator.NONNULL), false)
                    .onClose(run::close);
        } catch (PackageBroken e) {
            return Stream.of(new Change.Refusal(e.fault(), raw("", message)));
        }
    }

    /** What stands for the raw form: it says which one it was and holds nothing of it. */
    private static RawPart raw(String position, RawMessage message) {
        return RawPart.of(
                position, "package of " + message.size() + " bytes received at " + message.receivedAt() + ", not kept");
    }

    private Optional<OffsetDateTime> sent(Map<String, String> attributes) {
        return source.settings().sentHeader().map(header -> {
            try {
                return attributes.entrySet().stream()
                        .filter(attribute -> attribute.getKey().equalsIgnoreCase(header))
                        .map(attribute ->
                                OffsetDateTime.parse(attribute.getValue().strip()))
                        .findFirst()
                        .orElseThrow(() -> Refused.badSentTime(header));
            } catch (DateTimeException e) {
                throw Refused.badSentTime(header);
            }
        });
    }

    /** One package on its way. */
    private final class Run implements Iterator<Change> {
        private final RawMessage message;
        private final PackageReader reader;
        private final Counts counts = new Counts();
        private Optional<Iterator<Change>> results = Optional.empty();
        private Optional<Change> next = Optional.empty();

        Run(RawMessage message, PackageReader reader) {
            this.message = message;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && results.isEmpty()) {
                next = read();
            }
            return next.isPresent() || results.filter(Iterator::hasNext).isPresent();
        }

        @Override
        public Change next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Change change = next.orElseGet(() -> results.orElseThrow().next());
            next = Optional.empty();
            return change;
        }

        /** The next refusal; at the end empty, with the results there. */
        private Optional<Change> read() {
            try {
                Optional<PackageReader.Outcome> outcome = reader.next();
                while (outcome.isPresent()) {
                    Optional<Change> refusal = count(outcome.get());
                    if (refusal.isPresent()) {
                        return refusal;
                    }
                    outcome = reader.next();
                }
                results = Optional.of(results());
                return Optional.empty();
            } catch (PackageBroken e) {
                return broken(e.fault());
            } catch (FaultException e) {
                return broken(e.fault());
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                return broken(Refused.unforeseen(e).fault());
            }
        }

        private Optional<Change> count(PackageReader.Outcome outcome) {
            if (outcome instanceof PackageReader.Outcome.Refusal refusal) {
                counts.addRefused();
                String position = "HOSO[" + refusal.position() + "]";
                return Optional.of(new Change.Refusal(refusal.fault().within(position), raw(position, message)));
            }
            if (outcome instanceof PackageReader.Outcome.Counted counted) {
                counts.add(counted.visit());
            } else {
                counts.addCheckIn();
            }
            return Optional.empty();
        }

        private Iterator<Change> results() {
            PackageHeader header = reader.header();
            OffsetDateTime received = message.receivedAt();
            if (header.day().isAfter(received.atZoneSameInstant(source.zone()).toLocalDate())) {
                throw Refused.future();
            }
            Optional<OffsetDateTime> sent = sent(message.attributes());
            if (sent.filter(received.plusDays(1)::isBefore).isPresent()) {
                // It would outlast every correction that follows.
                throw Refused.badSentTime(source.settings().sentHeader().orElseThrow());
            }
            return counts.onlyCheckIns()
                    ? Collections.emptyIterator()
                    : figures.of(header, counts, sent, raw("", message)).iterator();
        }

        private Optional<Change> broken(Fault fault) {
            results = Optional.of(Collections.emptyIterator());
            return Optional.of(new Change.Refusal(fault, raw("", message)));
        }

        void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
