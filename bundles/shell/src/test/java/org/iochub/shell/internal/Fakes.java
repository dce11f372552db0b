package org.iochub.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import org.iochub.api.Delivered;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.audit.AuditCheck;
import org.iochub.core.audit.AuditEntry;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.audit.AuditLog;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.Fault;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.iochub.model.record.Level;
import org.iochub.model.record.RecordTypes;

/** A hub of plain lists. */
final class Fakes {
    static final Instant NOW = Instant.parse("2026-03-01T02:03:04Z");
    static final OffsetDateTime THEN = OffsetDateTime.parse("2026-03-01T09:03:04+07:00");
    static final RecordId ID = RecordId.of("citizen-report", List.of("1"));

    private Fakes() {}

    static SourceStatus source(String id, SourceState state) {
        return new SourceStatus(
                id,
                "environment-stations",
                "0.1.0",
                "t01",
                state,
                state == SourceState.RUNNING ? "" : "unreachable",
                Text.of("Không kết nối được; hãy kiểm tra địa chỉ.", "Cannot be reached; check the address."),
                NOW,
                Optional.of(NOW),
                new Delivered(1_234_567, 2, 3, 0, 99),
                Optional.of(Duration.ofMinutes(5)),
                BatchTimes.NONE.plus(Duration.ofMillis(7)),
                Optional.of("page-7"),
                List.of("observation", "facility"),
                List.of("facility (120 of 800)"));
    }

    /** Starts and stops by changing the list. */
    static final class FakeSources implements Sources {
        final List<String> startedOver = new ArrayList<>();
        final List<SourceStatus> all = new ArrayList<>(List.of(
                source("stations-hanoi", SourceState.RUNNING),
                source("stations-da-nang-north", SourceState.MISCONFIGURED)));

        @Override
        public List<SourceStatus> list() {
            return all;
        }

        @Override
        public Optional<SourceStatus> get(String id) {
            return all.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public void start(String id) {
            all.replaceAll(one -> one.id().equals(id) ? source(id, SourceState.STARTING) : one);
        }

        @Override
        public void stop(String id) {
            all.replaceAll(one -> one.id().equals(id) ? source(id, SourceState.STOPPED) : one);
        }

        @Override
        public void restart(String id) {
            start(id);
        }

        @Override
        public void startOver(String id) {
            startedOver.add(id);
        }

        @Override
        public Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body) {
            throw new UnsupportedOperationException();
        }
    }

    /** One list deletion waits. */
    static final class FakeStates implements SourceStateStore {
        final List<String> confirmed = new ArrayList<>();

        @Override
        public Optional<String> checkpoint(String source) {
            return Optional.empty();
        }

        @Override
        public boolean stopped(String source) {
            return false;
        }

        @Override
        public void stopped(String source, boolean value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startOver(String source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> confirmations(String source) {
            return List.of("facility (120 of 800)");
        }

        @Override
        public long confirm(String source, String type) {
            confirmed.add(source + " " + type);
            return 120;
        }
    }

    static RecordTypeRegistry types() {
        List<RecordType<?>> all = List.of(RecordTypes.CITIZEN_REPORT, RecordTypes.DOSSIER, RecordTypes.FACILITY);
        return new RecordTypeRegistry() {
            @Override
            public List<RecordType<?>> all() {
                return all;
            }

            @Override
            public Optional<RecordType<?>> get(String name, int major) {
                return all.stream()
                        .filter(type -> type.name().equals(name) && type.major() == major)
                        .findFirst();
            }

            @Override
            public Optional<RecordType<?>> get(String name) {
                return get(name, 1);
            }
        };
    }

    static LoggedRecord record(long position, String type) {
        return new LoggedRecord(
                position,
                "v" + position,
                type,
                1,
                ID,
                "sos-reports",
                "t01",
                Optional.of(new AreaRef("00001", LocalDate.of(2025, 7, 1))),
                Optional.empty(),
                THEN,
                THEN,
                Operation.UPSERT,
                Optional.empty(),
                "{\"reporterName\":\"Nguyễn Văn An\",\"content\":\"Gọi 0912345678 nhé\"}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Positions from 1, dossiers at every third. */
    static FeedLog log(int size) {
        return new FeedLog() {
            @Override
            public FeedHead head() {
                return new FeedHead("e", size, 1);
            }

            @Override
            public java.util.Map<String, Long> positions() {
                throw new UnsupportedOperationException("the shell does not ask");
            }

            @Override
            public FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes) {
                List<LoggedRecord> found = new ArrayList<>();
                long position = after;
                while (position < size && found.size() < limit) {
                    position++;
                    String type = position % 3 == 0 ? "dossier" : "citizen-report";
                    if (filter.types().map(wanted -> wanted.contains(type)).orElse(true)) {
                        found.add(record(position, type));
                    }
                }
                return new FeedSlice(found, position, position < size);
            }
        };
    }

    /** A trail in memory. */
    static final class FakeAudit implements AuditLog {
        private final List<AuditEntry> entries = new ArrayList<>();
        boolean broken;

        @Override
        public void append(List<AuditEvent> events) {
            events.forEach(event -> entries.add(new AuditEntry(entries.size() + 1L, NOW, event, "hash")));
        }

        @Override
        public List<AuditEntry> list(AuditFilter filter, long before, int limit) {
            return entries;
        }

        @Override
        public AuditCheck verify() {
            return new AuditCheck(1, entries.size(), "head", broken ? OptionalLong.of(1) : OptionalLong.empty());
        }
    }

    /** Whoever waits is interrupted, as by Ctrl-C. */
    static FeedBell interruptingBell() {
        return new FeedBell() {
            @Override
            public void ring(long position) {}

            @Override
            public long heard() {
                return 0;
            }

            @Override
            public boolean await(long after, Duration atMost) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public Listening listen(LongConsumer onRing) {
                return () -> {};
            }
        };
    }

    static RecordReader records() {
        StoredVersion version = new StoredVersion(
                record(7, "citizen-report"),
                false,
                VersionKey.revision(3),
                List.of(Fault.of("estimated-area", "area", "Ước đoán.", "Estimated.")),
                "m1",
                "reports-0912345678.json",
                "data[3]",
                "field-reports",
                "0.1.0");
        return new RecordReader() {
            @Override
            public Optional<StoredVersion> current(String type, RecordId id) {
                return id.equals(ID) ? Optional.of(version) : Optional.empty();
            }

            @Override
            public List<StoredVersion> history(String type, RecordId id, int limit) {
                return List.of(version);
            }

            @Override
            public List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit) {
                return List.of(version.record());
            }
        };
    }

    static Quarantine quarantine() {
        Quarantined entry = new Quarantined(
                17,
                "stations-da-nang-north",
                "t01",
                "normalize",
                Optional.of("observation"),
                Fault.of(
                        "unreadable-time",
                        "measuredAt",
                        "«0912345678» không phải thời gian.",
                        "«0912345678» is no time."),
                "m1",
                "page 3",
                "data[3]",
                THEN,
                20,
                "ab".repeat(32),
                true,
                "{\"phone\":\"0912345678\"}",
                "environment-stations",
                "0.1.0");
        return new Quarantine() {
            @Override
            public List<Quarantined> page(QuarantineFilter filter, long before, int limit) {
                return filter.stage().map(stage -> stage.equals("normalize")).orElse(true) ? List.of(entry) : List.of();
            }

            @Override
            public Optional<Quarantined> get(long id) {
                return id == 17 ? Optional.of(entry) : Optional.empty();
            }

            @Override
            public Optional<InputStream> raw(long id) {
                return Optional.of(
                        new ByteArrayInputStream("{\"phone\":\"0912345678\"}".getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public long count(QuarantineFilter filter) {
                return page(filter, Long.MAX_VALUE, 1).size();
            }

            @Override
            public List<QuarantineGroup> groups(QuarantineFilter filter, int limit) {
                return page(filter, Long.MAX_VALUE, 1).stream()
                        .map(e -> new QuarantineGroup(
                                e.source(), e.stage(), e.fault().code(), 3, e.at().minusDays(1), e.at(), e))
                        .toList();
            }

            @Override
            public long waitingPatches(String source) {
                return 0;
            }
        };
    }

    static Tenants tenants() {
        Tenant tenant = new Tenant(
                "hai-duong",
                Text.of("Ủy ban nhân dân tỉnh Hải Dương", "People's Committee of Hải Dương"),
                List.of("30"),
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 6, 30)),
                Optional.of("hai-phong"),
                Map.of("health", "0912345678"),
                List.of("Nguyễn Văn An"),
                ZoneId.of("Asia/Ho_Chi_Minh"));
        return new Tenants() {
            @Override
            public List<Tenant> list() {
                return List.of(tenant);
            }

            @Override
            public Optional<Tenant> get(String id) {
                return id.equals(tenant.id()) ? Optional.of(tenant) : Optional.empty();
            }
        };
    }

    static Area area(String code, String name, LocalDate from, Optional<LocalDate> to) {
        return new Area(
                code,
                Level.COMMUNE,
                name,
                Optional.of("Phường"),
                "ba dinh",
                Optional.of("01"),
                from,
                to,
                Optional.empty(),
                List.of(),
                List.of());
    }

    static Areas areas() {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        Area before = area("00004", "Phường Ba Đình", LocalDate.of(2004, 1, 1), Optional.of(reform.minusDays(1)));
        Area after = area("00004", "Phường Ba Đình", reform, Optional.empty());
        return new Areas() {
            @Override
            public Optional<Area> byCode(String code, LocalDate at) {
                return spans(code).stream()
                        .filter(area -> !at.isBefore(area.validFrom())
                                && area.validTo().map(end -> !at.isAfter(end)).orElse(true))
                        .findFirst();
            }

            @Override
            public AreaRef require(String code, LocalDate at) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Match byName(String name, Optional<AreaRef> within, LocalDate at) {
                return switch (name) {
                    case "Ba Đình" -> new Match.Found(byCode("00004", at).orElseThrow());
                    case "Đồng Tâm" -> new Match.Ambiguous(List.of(before, after));
                    default -> new Match.Unknown();
                };
            }

            @Override
            public List<Area> spans(String code) {
                return code.equals("00004") ? List.of(before, after) : List.of();
            }

            @Override
            public Set<AreaRef> withBelow(String code, Optional<LocalDate> at) {
                return Set.of();
            }

            @Override
            public List<Area> all() {
                return List.of(before, after);
            }
        };
    }

    /** Keeps keys in a list. */
    static final class FakeKeys implements AccessKeys {
        final List<AccessKey> all = new ArrayList<>();
        final Set<String> revoked = new HashSet<>();

        @Override
        public Optional<AccessKey> find(String value) {
            return Optional.empty();
        }

        @Override
        public Created create(String name, Grants grants, Optional<Instant> expiresAt) {
            AccessKey key = new AccessKey("k" + all.size(), name, grants, NOW, expiresAt, false);
            all.add(key);
            return new Created(key, "hub_secret");
        }

        @Override
        public Optional<Created> rotate(String id, Instant endsAt) {
            return all.stream()
                    .filter(key -> key.id().equals(id))
                    .findFirst()
                    .map(old -> create(old.name(), old.grants(), old.expiresAt()));
        }

        @Override
        public AccessKey ensure(String name, String value, Grants grants) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AccessKey> list() {
            return all;
        }

        @Override
        public boolean revoke(String id) {
            return all.stream().anyMatch(key -> key.id().equals(id)) && revoked.add(id);
        }
    }

    /** Knows these verdicts, and one plan for every file. */
    static final class FakeDeployments implements Deployments {
        private final List<Deployment> verdicts;

        FakeDeployments(Deployment... verdicts) {
            this.verdicts = List.of(verdicts);
        }

        @Override
        public List<Deployment> list() {
            return verdicts;
        }

        @Override
        public Deployment deploy(String file, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DeploymentPlan plan(String file, InputStream content) {
            String lines = "\n" + file + ":3:1 map: one\n" + file + ":4:1 map: two";
            return new DeploymentPlan(
                    file,
                    "yaml",
                    "stations",
                    List.of("stations"),
                    Optional.of("1.0.0"),
                    Optional.of("1.1.0"),
                    true,
                    Text.of("Sẽ cập nhật." + lines, "Would update." + lines),
                    List.of(),
                    List.of(),
                    List.of("stations-hanoi", "stations-da-nang"),
                    List.of(
                            new DeploymentPlan.Wire(
                                    "org.apache.camel.support.processor.state",
                                    "[4.14.0,5.0.0)",
                                    Optional.of("org.apache.camel.karaf.camel-core-osgi-with-a-long-name 4.14.0")),
                            new DeploymentPlan.Wire("org.example.absent", "[1.0.0,2.0.0)", Optional.empty())),
                    List.of("org.iochub.routes.environment-stations"));
        }
    }
}
