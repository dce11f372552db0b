package org.iochub.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.api.RecordedView;
import org.iochub.api.Source;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;

/** A source instance without a hub: what routes deliver goes to the endpoints that the test names. */
public final class TestSource<S extends Record> implements Source<S> {
    private final S settings;
    private final Areas areas;
    private final String records;
    private final String pushed;
    private final Clock clock;
    private final List<Text> waitings = new CopyOnWriteArrayList<>();
    private volatile Optional<String> checkpoint = Optional.empty();
    private volatile Optional<Text> concern = Optional.empty();
    private volatile int upToDate;
    private volatile RecordedView recorded = RecordedView.empty();

    /**
     * @param records where {@link #records()} points to, such as {@code mock:records}
     * @param pushed where {@link #pushed()} points to, such as {@code direct:pushed}
     */
    public TestSource(S settings, Areas areas, String records, String pushed) {
        this(
                settings,
                areas,
                records,
                pushed,
                Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    public TestSource(S settings, Areas areas, String records, String pushed, Clock clock) {
        this.settings = settings;
        this.areas = areas;
        this.records = records;
        this.pushed = pushed;
        this.clock = clock;
    }

    /** For tests of a normaliser alone. */
    public static <S extends Record> TestSource<S> of(S settings, Areas areas) {
        return new TestSource<>(settings, areas, "mock:records", "direct:pushed");
    }

    @Override
    public String id() {
        return "test";
    }

    @Override
    public String tenant() {
        return "quang-ngai";
    }

    @Override
    public S settings() {
        return settings;
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public String routeId(String name) {
        return "test." + name;
    }

    @Override
    public String records() {
        return records;
    }

    @Override
    public String pushed() {
        return pushed;
    }

    @Override
    public Optional<String> checkpoint() {
        return checkpoint;
    }

    public void checkpoint(String value) {
        this.checkpoint = Optional.of(value);
    }

    @Override
    public RecordedView recorded() {
        return recorded;
    }

    /** What the hub has; nothing until this is called. */
    public void recorded(RecordedView view) {
        this.recorded = view;
    }

    @Override
    public String pseudonym(String identifier) {
        return "hmac-" + Integer.toHexString(identifier.hashCode());
    }

    @Override
    public void waiting(Text why) {
        waitings.add(why);
    }

    @Override
    public void upToDate() {
        upToDate++;
    }

    @Override
    public void concern(Optional<Text> what) {
        concern = what;
    }

    /** What was given to {@link #concern(Optional)} last. */
    public Optional<Text> concern() {
        return concern;
    }

    /** Every sentence given to {@link #waiting(Text)}, oldest first. */
    public List<Text> waitings() {
        return List.copyOf(waitings);
    }

    /** How often {@link #upToDate()} was called. */
    public int timesUpToDate() {
        return upToDate;
    }
}
