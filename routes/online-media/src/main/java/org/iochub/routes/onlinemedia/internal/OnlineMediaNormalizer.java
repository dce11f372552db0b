package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.SafeXml;
import org.iochub.api.read.SourceTime;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.record.MediaItem;
import org.iochub.model.record.MediaItem.AreaMention;
import org.iochub.model.record.MediaItemBuilder;
import org.iochub.model.record.RecordTypes;

/** Turns a feed into media items. Authors, commentators and pictures are not read. */
final class OnlineMediaNormalizer implements Normalizer {
    private static final int EARLIEST_YEAR = 1995;

    private final Source<OnlineMediaSettings> source;
    private final SafeXml.Limits limits;
    private final FeedDates dates;
    private final AreaMentions mentions;
    private final PlainText plain = new PlainText();

    OnlineMediaNormalizer(Source<OnlineMediaSettings> source) {
        OnlineMediaSettings settings = source.settings();
        this.source = source;
        this.limits = SafeXml.Limits.DEFAULT.withMaxBytes(settings.maxFeedBytes());
        this.dates = new FeedDates(settings.missingOffset(), source.zone());
        this.mentions = new AreaMentions(source.areas(), settings.within());
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        FeedReader reader = new FeedReader(message, limits);
        Optional<FeedReader.Next> first;
        try {
            first = reader.next();
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
        if (first.isPresent() && first.get() instanceof FeedReader.Next.Broken broken) {
            // Broken before anything was read: the message as a whole is.
            reader.close();
            throw new FaultException(broken.fault());
        }
        Stream<FeedReader.Next> items = Stream.concat(first.stream(), rest(reader));
        return items.map(next -> change(next, message, reader.title())).onClose(() -> close(reader));
    }

    private static Stream<FeedReader.Next> rest(FeedReader reader) {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<FeedReader.Next>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super FeedReader.Next> action) {
                        try {
                            Optional<FeedReader.Next> next = reader.next();
                            next.ifPresent(action);
                            return next.isPresent();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                false);
    }

    private static void close(FeedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Change change(FeedReader.Next next, RawMessage message, Optional<String> feedTitle) {
        if (next instanceof FeedReader.Next.Broken broken) {
            return new Change.Refusal(broken.fault(), RawPart.whole(message));
        }
        RawPart raw = EntryXml.part(message, limits, next.number());
        if (next instanceof FeedReader.Next.Unfit unfit) {
            return new Change.Refusal(unfit.fault(), raw);
        }
        FeedReader.Next.Item item = (FeedReader.Next.Item) next;
        try {
            return upsert(item, feedTitle, message.receivedAt(), raw);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), raw);
        }
    }

    private Change upsert(FeedReader.Next.Item item, Optional<String> feedTitle, OffsetDateTime received, RawPart raw) {
        List<Fault> notes = new ArrayList<>();
        CleanText clean = new CleanText(plain, notes);
        FeedEntry entry = item.entry();
        String title = clean.text(entry, "title", "title:plain")
                .orElseThrow(() -> missing("title", "Tin không có tiêu đề.", "The item has no title."));
        Optional<String> summary =
                clean.text(entry, "description", "summary", "summary:plain", "content:encoded", "content");
        String url = entry.first("link", "permalink", "id")
                .flatMap(WebAddress::normalised)
                .orElseThrow(() -> missing(
                        "link",
                        "Tin không có địa chỉ trang (http hoặc https).",
                        "The item has no address of a page (http or https)."));
        Optional<OffsetDateTime> updated = item.atom()
                ? entry.first("updated").map(text -> time(text, "updated", received, notes))
                : Optional.empty();
        OffsetDateTime published = published(entry, updated, received, notes);
        List<AreaMention> named = mentions.in(
                title + ". " + summary.orElse(""),
                published.atZoneSameInstant(source.zone()).toLocalDate());
        MediaItem media = MediaItemBuilder.builder()
                .url(url)
                .guid(entry.first("guid", "permalink", "id"))
                .title(title)
                .summary(summary)
                .publishedAt(published)
                .updatedAt(updated)
                .outlet(source.settings()
                        .outlet()
                        .or(() -> feedTitle.flatMap(text -> clean.text(text, "channel.title")))
                        .orElseGet(() -> WebAddress.host(url)))
                .topics(clean.all(entry.categories(), "category"))
                .areaMentions(named)
                .build();
        VersionKey version = updated.map(at -> VersionKey.at(at.toInstant())).orElseGet(VersionKey::arrival);
        return new Change.Upsert<>(RecordTypes.MEDIA_ITEM, media, area(named), version, notes, raw);
    }

    /** An item that names one unit belongs to it; one that names several belongs to none of them alone. */
    private static Optional<AreaRef> area(List<AreaMention> named) {
        return named.size() == 1
                ? Optional.of(new AreaRef(named.get(0).code(), named.get(0).validFrom()))
                : Optional.empty();
    }

    private OffsetDateTime published(
            FeedEntry entry, Optional<OffsetDateTime> updated, OffsetDateTime received, List<Fault> notes) {
        String field = entry.nameOfFirst("pubDate", "published", "dc:date");
        Optional<String> written = entry.first(field);
        if (written.isPresent()) {
            return time(written.get(), field, received, notes);
        }
        // Atom asks for updated only: then the item has not changed since it was published.
        return updated.orElseThrow(() ->
                missing("pubDate", "Tin không ghi thời điểm đăng.", "The item does not say when it was published."));
    }

    private OffsetDateTime time(String text, String field, OffsetDateTime received, List<Fault> notes) {
        SourceTime read = dates.read(text, field);
        if (read.time().getYear() < EARLIEST_YEAR || read.time().isAfter(received.plusDays(1))) {
            throw FeedDates.impossible(text, field);
        }
        return read.noted(field, notes);
    }

    private static FaultException missing(String field, String vi, String en) {
        return FaultException.of("missing-field", field, vi + " Hãy bổ sung ở nguồn.", en + " Add it at the source.");
    }
}
