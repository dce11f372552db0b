package org.iochub.routes.traffic.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** Turns a publication into incidents, each situation record one. */
final class SituationsNormalizer implements Normalizer {
    private final Source<SituationsSettings> source;
    private final SituationRecords records;

    SituationsNormalizer(Source<SituationsSettings> source) {
        this.source = source;
        this.records = new SituationRecords(source);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Situations situations = new Situations(message, source.settings().maxBytes());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new Each(situations), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .flatMap(situation -> changes(situation).stream())
                .onClose(() -> close(situations));
    }

    private List<Change> changes(XmlElement situation) {
        List<Change> changes = new ArrayList<>();
        String id = situation.attribute("id").orElse("?");
        for (XmlElement record : situation.children("situationRecord")) {
            RawPart raw =
                    new RawPart("situation " + id + "/" + record.attribute("id").orElse("?"), record::open);
            try {
                records.read(situation, record, raw).ifPresent(changes::add);
            } catch (FaultException e) {
                changes.add(new Change.Refusal(e.fault(), raw));
            }
        }
        return changes;
    }

    private static void close(Situations situations) {
        try {
            situations.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Each implements Iterator<XmlElement> {
        private final Situations situations;
        private Optional<XmlElement> next = Optional.empty();

        Each(Situations situations) {
            this.situations = situations;
        }

        @Override
        public boolean hasNext() {
            try {
                next = next.isPresent() ? next : situations.next();
                return next.isPresent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public XmlElement next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            XmlElement given = next.orElseThrow();
            next = Optional.empty();
            return given;
        }
    }
}
