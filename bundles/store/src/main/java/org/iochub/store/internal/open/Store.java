package org.iochub.store.internal.open;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.backup.Backups;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.erasure.ErasureStore;
import org.iochub.core.hub.Readiness;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.RecordReader;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.report.Arrivals;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.store.PartMerger;
import org.iochub.core.store.RecordStore;
import org.iochub.model.Text;
import org.iochub.store.internal.audit.StoredAudit;
import org.iochub.store.internal.backup.StoredBackups;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.delivery.StoredDeliveries;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.Room;
import org.iochub.store.internal.jdbc.StoreFaults;
import org.iochub.store.internal.keys.StoredKeys;
import org.iochub.store.internal.quality.StoredTallies;
import org.iochub.store.internal.quarantine.StoredQuarantine;
import org.iochub.store.internal.read.StoredArrivals;
import org.iochub.store.internal.read.StoredFeed;
import org.iochub.store.internal.read.StoredMessageRecords;
import org.iochub.store.internal.read.StoredReader;
import org.iochub.store.internal.replay.StoredRenormalisations;
import org.iochub.store.internal.replay.StoredReplays;
import org.iochub.store.internal.retention.Retention;
import org.iochub.store.internal.retention.RetentionRules;
import org.iochub.store.internal.source.StoredSourceState;
import org.iochub.store.internal.write.Context;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.StoredErasures;
import org.iochub.store.internal.write.StoredRecords;
import org.iochub.store.internal.write.Upkeep;
import org.iochub.store.internal.write.WriteLane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as a whole, in plain Java. Opens at once and in the background: until the database answers, {@link Readiness}
 * says what is missing and every call fails with {@code store-down}. Safe for any number of threads.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /**
     * How a store is set up.
     *
     * @param patience how long a patch waits for its record before it goes to quarantine
     * @param upkeep how often the store looks after itself
     * @param audit how long the audit trail is kept
     * @param room whether the disk takes more
     */
    public record Settings(
            Database.Place place,
            Path temporary,
            Clock clock,
            Duration patience,
            Duration upkeep,
            Duration audit,
            Room room) {
        /** The embedded database in {@code data/data/store} of an instance's folder. */
        public static Settings embedded(Path data) {
            return of(data, Database.Place.embedded(data.resolve("data")));
        }

        public static Settings of(Path data, Database.Place place) {
            return new Settings(
                    place,
                    data.resolve("data").resolve("tmp"),
                    Clock.systemUTC(),
                    Duration.ofHours(24),
                    Duration.ofMinutes(1),
                    Duration.ofDays(366),
                    Room.of(place));
        }

        public Settings withClock(Clock other) {
            return new Settings(place, temporary, other, patience, upkeep, audit, room);
        }

        public Settings withPatience(Duration other) {
            return new Settings(place, temporary, clock, other, upkeep, audit, room);
        }

        public Settings withAudit(Duration other) {
            return new Settings(place, temporary, clock, patience, upkeep, other, room);
        }

        public Settings withRoom(Room other) {
            return new Settings(place, temporary, clock, patience, upkeep, audit, other);
        }
    }

    private final Settings settings;
    private final PartMerger merger;
    private final LongConsumer bell;
    private final Dictionary dictionary = new Dictionary();
    private final AtomicLong durable = new AtomicLong();
    private final WriteLane lane;
    private final Upkeep upkeep;
    private final RecordStore records;
    private final FeedLog feed;
    private final RecordReader reader;
    private final MessageRecords messages;
    private final Quarantine quarantine;
    private final AccessKeys keys;
    private final SourceStateStore sources;
    private final StoredAudit audit;
    private final DeliveryStore deliveries;
    private final ReplayStore replays;
    private final TallyStore tallies;
    private final RenormaliseStore renormalisations;
    private final Retention retention;
    private final RetentionRules rules;

    /** Opened and given up by the writing thread alone. */
    private volatile Opening.Opened opened;

    private volatile WriteLane.Open open;
    private volatile Throwable trouble;
    private Duration wait = FIRST_WAIT;
    private long nextAttempt = System.nanoTime();
    private long nextUpkeep;

    /** @param bell told positions that are on disk; quickly, by a thread of the store */
    public Store(Settings settings, PartMerger merger, LongConsumer bell) {
        this(settings, merger, bell, RetentionRules.none());
    }

    public Store(Settings settings, PartMerger merger, LongConsumer bell, RetentionRules rules) {
        this.rules = rules;
        this.settings = settings;
        this.merger = merger;
        this.bell = bell;
        this.nextUpkeep = System.nanoTime() + settings.upkeep().toNanos();
        lane = new WriteLane(new LaneOwner());
        upkeep = new Upkeep(lane);
        retention = new Retention(lane);
        records = new StoredRecords(lane, settings.temporary(), settings.room());
        feed = new StoredFeed(this::database, dictionary, durable::get);
        reader = new StoredReader(this::database, this::current, dictionary);
        messages = new StoredMessageRecords(this::database, dictionary);
        quarantine = new StoredQuarantine(this::database);
        keys = new StoredKeys(this::database, lane, settings.clock());
        sources = new StoredSourceState(this::database, lane, upkeep);
        audit = new StoredAudit(this::database, lane, settings.clock());
        deliveries = new StoredDeliveries(this::database, lane);
        replays = new StoredReplays(this::database, lane, settings.clock());
        tallies = new StoredTallies(this::database, lane);
        renormalisations = new StoredRenormalisations(this::database, lane, settings.clock());
        lane.start();
    }

    public RecordStore records() {
        return records;
    }

    public FeedLog feed() {
        return feed;
    }

    public RecordReader reader() {
        return reader;
    }

    public MessageRecords messages() {
        return messages;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public AccessKeys keys() {
        return keys;
    }

    public SourceStateStore sources() {
        return sources;
    }

    public StoredAudit audit() {
        return audit;
    }

    public DeliveryStore deliveries() {
        return deliveries;
    }

    public RenormaliseStore renormalisations() {
        return renormalisations;
    }

    public ReplayStore replays() {
        return replays;
    }

    public Arrivals arrivals() {
        return new StoredArrivals(this::database);
    }

    public TallyStore tallies() {
        return tallies;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    /** Backups of this store, with the files of the instance it belongs to. */
    public Backups backups(StoredBackups.Instance instance) {
        return new StoredBackups(instance, this::database, lane, settings.clock());
    }

    public ErasureStore erasures() {
        return new StoredErasures(this::database, lane);
    }

    public Retention retention() {
        return retention;
    }

    public Readiness readiness() {
        return new Readiness() {
            @Override
            public String name() {
                return "store";
            }

            @Override
            public Optional<Text> missing() {
                Optional<Text> full = settings.room().missing();
                if (opened != null || full.isPresent()) {
                    return full;
                }
                Throwable cause = trouble;
                String why = cause == null ? "" : " (" + cause.getMessage() + ")";
                return Optional.of(Text.of(
                        cause == null ? "Đang mở kho dữ liệu." : "Không mở được kho dữ liệu" + why + ".",
                        cause == null ? "The store is being opened." : "The store cannot be opened" + why + "."));
            }
        };
    }

    /** Waits until the database is open. @throws org.iochub.model.FaultException when it cannot be opened now */
    public Store opened() {
        lane.call("", context -> new Job.Done<>(true, 0));
        return this;
    }

    private Database database() {
        return opening().database();
    }

    private CurrentRecords current() {
        return opening().current();
    }

    private Opening.Opened opening() {
        Opening.Opened now = opened;
        if (now == null) {
            throw StoreFaults.down(trouble);
        }
        return now;
    }

    @Override
    public void close() {
        lane.close();
        giveUp();
    }

    private void giveUp() {
        Opening.Opened before = opened;
        opened = null;
        open = null;
        if (before != null) {
            before.database().close();
        }
    }

    /** What the lane's threads need of the store. */
    private final class LaneOwner implements WriteLane.Owner {
        @Override
        public WriteLane.Open open() throws SQLException {
            WriteLane.Open now = open;
            return now != null ? now : tryToOpen();
        }

        private synchronized WriteLane.Open tryToOpen() throws SQLException {
            if (open != null) {
                return open;
            }
            if (System.nanoTime() - nextAttempt < 0) {
                throw new SQLException("waiting before the next attempt", "08001", trouble);
            }
            try {
                Opening.Opened fresh = Opening.open(settings.place());
                durable.set(fresh.position());
                dictionary.forget();
                WriteLane.Open usable = new WriteLane.Open(
                        new Context(fresh.database(), fresh.current(), dictionary, merger, settings.clock()),
                        fresh.disk());
                opened = fresh;
                open = usable;
                trouble = null;
                wait = FIRST_WAIT;
                return usable;
            } catch (SQLException | RuntimeException e) {
                if (trouble == null) {
                    LOG.warn("The store cannot be opened; it is tried again and again", e);
                }
                trouble = e;
                later();
                throw e instanceof SQLException sql ? sql : new SQLException(e.getMessage(), "08001", e);
            }
        }

        private void later() {
            nextAttempt = System.nanoTime() + wait.toNanos();
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }

        @Override
        public synchronized void broken(WriteLane.Open failed, Throwable cause) {
            Opening.Opened now = opened;
            if (now == null || failed != open || !diskFailed(cause) && stillAnswers(now)) {
                LOG.warn("A transaction of the store failed", cause);
                return;
            }
            LOG.error("The store failed and is opened anew", cause);
            trouble = cause;
            giveUp();
            later();
        }

        /** What the system could not force it may have forgotten, whatever it says the next time. */
        private boolean diskFailed(Throwable cause) {
            return cause instanceof SQLException sql && StoreFaults.DISK_FAILED.equals(sql.getSQLState());
        }

        private boolean stillAnswers(Opening.Opened now) {
            if (!now.disk().open()) {
                return false;
            }
            try (Connection c = now.database().connection()) {
                return c.isValid(5);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void durable(long position) {
            durable.accumulateAndGet(position, Math::max);
            try {
                bell.accept(position);
            } catch (RuntimeException e) {
                LOG.warn("The bell did not ring", e);
            }
        }

        @Override
        public void idle() {
            if (open == null) {
                try {
                    open();
                } catch (SQLException e) {
                    LOG.debug("not yet", e);
                }
            }
        }

        @Override
        public void round() {
            if (open != null && System.nanoTime() - nextUpkeep > 0) {
                nextUpkeep = System.nanoTime() + settings.upkeep().toNanos();
                upkeep.start(settings.patience());
                audit.startForgetting(settings.audit());
                retention.start(rules.byType());
            }
        }
    }
}
