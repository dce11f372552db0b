package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.record.MediaItem;
import org.iochub.model.record.MediaItemBuilder;
import org.iochub.model.record.RecordTypes;

/**
 * Marks the items of a feed that tell one story, and adds the incidents that stories became. What was told before stands
 * in the message itself, so that the same message always gives the same; the poll puts it there.
 */
final class StoryNormalizer implements Normalizer {
    /** The attribute with the earlier stories that the message's items belong to. */
    static final String STORIES = "MediaStories";

    private final Source<OnlineMediaSettings> source;
    private final Normalizer items;
    private final EscalationRule rule;

    StoryNormalizer(Source<OnlineMediaSettings> source) {
        this.source = source;
        this.items = new OnlineMediaNormalizer(source);
        this.rule = EscalationRule.of(source.settings());
    }

    private record Last(Optional<AreaRef> area, RawPart raw) {}

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Stories stories = Stories.parse(message.attributes().getOrDefault(STORIES, ""), source.settings());
        Map<String, Last> last = new LinkedHashMap<>();
        Stream<Change> changes = items.normalize(message);
        Stream<Change> marked = changes.map(change -> marked(change, stories, last));
        // Flat, so that nothing asks for them before the items are through.
        Stream<Change> incidents = Stream.of(stories).flatMap(told -> incidents(told, last));
        return Stream.concat(marked, incidents).onClose(changes::close);
    }

    private Change marked(Change change, Stories stories, Map<String, Last> last) {
        if (!(change instanceof Change.Upsert<?> upsert) || !(upsert.data() instanceof MediaItem item)) {
            return change;
        }
        Story story = stories.place(item);
        last.put(story.id(), new Last(upsert.area(), upsert.raw()));
        boolean first = item.guid().orElse(item.url()).equals(story.first());
        MediaItem told = MediaItemBuilder.builder(item)
                .storyId(story.id())
                .duplicateOf(first ? Optional.empty() : Optional.of(story.first()))
                .build();
        return new Change.Upsert<>(
                RecordTypes.MEDIA_ITEM, told, upsert.area(), upsert.version(), upsert.notes(), upsert.raw());
    }

    private Stream<Change> incidents(Stories stories, Map<String, Last> last) {
        return stories.touched().stream()
                .flatMap(story -> rule
                        .incident(story, source.zone())
                        .map(incident -> (Change) new Change.Upsert<>(
                                RecordTypes.INCIDENT,
                                incident,
                                last.get(story.id()).area(),
                                VersionKey.arrival(),
                                last.get(story.id()).raw()))
                        .stream());
    }
}
