package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.api.Step;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.backup.BackupReport;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.core.erasure.ErasureReport;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
    private final Fakes.FakeSources sources = new Fakes.FakeSources();
    private final Fakes.FakeStates states = new Fakes.FakeStates();
    private final Fakes.FakeKeys keys = new Fakes.FakeKeys();

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(command.execute()).isNull();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HubCommand command) throws Exception {
        command.json = true;
        return new ObjectMapper().readTree(run(command));
    }

    private static void fails(HubCommand command, String vi, String en) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(vi)
                .hasMessageContaining(en);
    }

    private static void fits(String output) {
        assertThat(output.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    private SourcesCommand sourcesCommand() {
        SourcesCommand command = new SourcesCommand();
        command.sources = sources;
        return command;
    }

    private SourceCommand source(String... words) {
        SourceCommand command = new SourceCommand();
        command.sources = sources;
        command.states = states;
        command.words = List.of(words);
        return command;
    }

    private static FeedTailCommand tail(int size, String... words) {
        FeedTailCommand command = new FeedTailCommand();
        command.log = Fakes.log(size);
        command.bell = Fakes.interruptingBell();
        command.types = Fakes.types();
        command.words = List.of(words);
        return command;
    }

    private static <C extends OneRecord> C one(C command, String type, String... words) {
        command.records = Fakes.records();
        command.types = Fakes.types();
        command.type = type;
        command.words = List.of(words);
        return command;
    }

    private static QuarantineCommand quarantine() {
        QuarantineCommand command = new QuarantineCommand();
        command.quarantine = Fakes.quarantine();
        return command;
    }

    private static QuarantineShowCommand show(String... words) {
        QuarantineShowCommand command = new QuarantineShowCommand();
        command.quarantine = Fakes.quarantine();
        command.words = List.of(words);
        return command;
    }

    private static AreasCommand areas(String... words) {
        AreasCommand command = new AreasCommand();
        command.areas = Fakes.areas();
        command.words = List.of(words);
        return command;
    }

    private static TenantsCommand tenants() {
        TenantsCommand command = new TenantsCommand();
        command.tenants = Fakes.tenants();
        return command;
    }

    private static DeploymentsCommand deployments() {
        Deployment refused = new Deployment(
                "environment-stations-0.2.0.jar",
                false,
                Fakes.NOW,
                false,
                Text.of("Bundle không khởi động được. Phiên bản 0.1.0 tiếp tục chạy. ".repeat(3), "It does not start."),
                List.of(),
                Optional.of("0.2.0"),
                Optional.of("0.1.0"),
                "00");
        DeploymentsCommand command = new DeploymentsCommand();
        command.deployments = new Fakes.FakeDeployments(refused);
        return command;
    }

    private DeployPlanCommand plan(String... words) {
        DeployPlanCommand command = new DeployPlanCommand();
        command.deployments = new Fakes.FakeDeployments();
        command.words = List.of(words);
        return command;
    }

    @Test
    void aPlanFitsAndTellsEverythingAndAMissingFileIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("stations.yaml"), "source: stations");
        String shown = run(plan(file.toString()));
        fits(shown);
        assertThat(shown)
                .contains("1.0.0 -> 1.1.0", "accepted", "stations-hanoi", "org.apache.camel.support.processor.state")
                .contains("missing", "org.example.absent [1.0.0,2.0.0)")
                .contains("stations.yaml:3:1 map: one", "stations.yaml:4:1 map: two");
        JsonNode json = json(plan(file.toString()));
        assertThat(json.at("/restarts/0").asText()).isEqualTo("stations-hanoi");
        assertThat(json.at("/wires/0/provider").asText()).startsWith("org.apache.camel");
        fails(plan(folder.resolve("no.yaml").toString()), "không có tệp", "no.yaml");
    }

    private KeysCommand keysCommand() {
        KeysCommand command = new KeysCommand();
        command.keys = keys;
        command.types = Fakes.types();
        command.tenants = Fakes.tenants();
        command.areas = Fakes.areas();
        command.sources = sources;
        return command;
    }

    @Test
    void tablesFitIntoEightyColumnsAndJsonIsJson() throws Exception {
        String id = Fakes.ID.value();
        keys.create("Trung tâm điều hành thông minh tỉnh", Grants.administrator(), Optional.of(Fakes.NOW));
        for (HubCommand command : List.of(
                sourcesCommand(),
                source("stations-hanoi"),
                tail(40, "all"),
                one(new RecordCommand(), "citizen-report", id),
                one(new LineageCommand(), "citizen-report", id),
                quarantine(),
                areas("00004"),
                tenants(),
                deployments(),
                keysCommand())) {
            String output = run(command);
            assertThat(output).as(command.toString()).isNotBlank();
            fits(output);
        }
        assertThat(json(sourcesCommand()).at("/sources/0/state").asText()).isEqualTo("running");
        assertThat(json(source("stations-hanoi")).at("/totals/accepted").asLong())
                .isEqualTo(1_234_567);
        assertThat(json(one(new RecordCommand(), "citizen-report", id))
                        .at("/position")
                        .asLong())
                .isEqualTo(7);
        assertThat(json(one(new LineageCommand(), "citizen-report", id))
                        .at("/versions/0/versionKey")
                        .asLong())
                .isEqualTo(3);
        assertThat(json(quarantine()).at("/count").asLong()).isEqualTo(1);
        assertThat(json(areas("00004")).at("/areas").size()).isEqualTo(2);
        assertThat(json(tenants()).at("/tenants/0/successor").asText()).isEqualTo("hai-phong");
        assertThat(json(deployments()).at("/deployments/0/accepted").asBoolean(true))
                .isFalse();
        assertThat(json(keysCommand()).at("/keys/0/admin").asBoolean()).isTrue();
    }

    @Test
    void idsAndReasonsAreNeverCut() throws Exception {
        assertThat(run(sourcesCommand())).contains("stations-da-nang-north", "1234567");
        String output = run(deployments());
        assertThat(output).contains("environment-stations-0.2.0.jar");
        assertThat(output.split("tiếp tục chạy", -1)).hasSize(4);
    }

    @Test
    void optionsMayStandBehindTheArgument() throws Exception {
        assertThat(run(source("stations-hanoi", "--json"))).startsWith("{");
        assertThat(run(areas("00004", "--at", "2025-06-30")).lines().filter(line -> line.startsWith("00004")))
                .hasSize(1);
        fails(source("stations-hanoi", "--jsn"), "--jsn", "--help");
        fails(areas("00004", "--at"), "thiếu giá trị", "lacks a value");
        fails(tail(3, "all", "-n", "x"), "cần một số", "takes a number");
        fails(areas("Ba", "Đình"), "ngoặc kép", "quotes");
    }

    @Test
    void aSourceIsSwitched() throws Exception {
        SourceStopCommand stop = new SourceStopCommand();
        stop.sources = sources;
        stop.words = List.of("stations-hanoi");
        assertThat(run(stop)).contains("Đã dừng", "Stopped");
        SourceStartCommand start = new SourceStartCommand();
        start.sources = sources;
        start.words = List.of("stations-hanoi");
        assertThat(json(start).at("/state").asText()).isEqualTo("starting");
        SourceRestartCommand restart = new SourceRestartCommand();
        restart.sources = sources;
        restart.words = List.of("nowhere");
        fails(restart, "Không có nguồn", "There is no source");
    }

    @Test
    void whoChangesSomethingIsWrittenDown() throws Exception {
        Fakes.FakeAudit audit = new Fakes.FakeAudit();
        SourceStopCommand stop = new SourceStopCommand();
        stop.sources = sources;
        stop.trail = audit;
        stop.words = List.of("stations-hanoi");
        run(stop);
        AuditCommand list = new AuditCommand();
        list.audit = audit;
        assertThat(run(list)).contains("source-stop", "stations-hanoi");
        list.verify = true;
        assertThat(run(list)).contains("nguyên vẹn", "intact");
        audit.broken = true;
        fails(list, "đã bị sửa", "was changed");
    }

    @Test
    void aSourceReadsFromItsBeginningOnlyWhenThatIsConfirmed() throws Exception {
        CheckpointCommand command = new CheckpointCommand();
        command.sources = sources;
        command.words = List.of("stations-hanoi");
        assertThat(run(command)).contains("page-7");
        command.reset = true;
        fails(command, "thêm --confirm", "add --confirm");
        assertThat(sources.startedOver).isEmpty();
        command.confirm = true;
        assertThat(run(command)).contains("đọc lại từ đầu", "from its beginning");
        assertThat(sources.startedOver).containsExactly("stations-hanoi");
    }

    @Test
    void onlyAWaitingListDeletionIsConfirmed() throws Exception {
        assertThat(run(source("stations-hanoi", "--confirm", "facility"))).contains("120");
        assertThat(states.confirmed).containsExactly("stations-hanoi facility");
        fails(source("stations-hanoi", "--confirm", "dossier"), "chờ xác nhận", "waits for confirmation");
        fails(source("nowhere"), "Không có nguồn", "There is no source");
    }

    @Test
    void theTailIsFoundHoweverFarApartItsRecordsStand() throws Exception {
        String output = run(tail(10_000, "dossier", "-n", "3"));
        assertThat(output.lines().map(line -> line.substring(0, 9).trim())).containsExactly("9993", "9996", "9999");
        assertThat(run(tail(2, "dossier"))).isEmpty();
        assertThat(run(tail(0, "all"))).isEmpty();
        FeedTailCommand lines = tail(10_000, "all", "-n", "5000", "--json");
        assertThat(run(lines).lines()).hasSize(5000);
        fails(tail(1, "nothing"), "Không có loại bản ghi", "citizen-report");
    }

    @Test
    void followingEndsWithAnInterrupt() throws Exception {
        assertThat(run(tail(5, "all", "-n", "2", "--follow")).lines()).hasSize(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void personalDataIsMaskedExceptInTheRawForm() throws Exception {
        String id = Fakes.ID.value();
        for (HubCommand command : List.of(
                one(new RecordCommand(), "citizen-report", id),
                one(new RecordCommand(), "citizen-report", id, "--json"),
                one(new LineageCommand(), "citizen-report", id),
                one(new LineageCommand(), "citizen-report", id, "--json"),
                tail(3, "all", "--json"),
                show("17"),
                show("17", "--json"),
                tenants())) {
            assertThat(run(command)).doesNotContain("0912345678").doesNotContain("Nguyễn Văn An");
        }
        assertThat(run(show("17", "--raw"))).isEqualTo("{\"phone\":\"0912345678\"}");
        assertThat(json(show("17", "--raw")).at("/raw").binaryValue())
                .asString(StandardCharsets.UTF_8)
                .contains("0912345678");
        fails(show("18"), "số 18", "number 18");
        fails(show("x"), "không phải là số", "no entry's number");
    }

    @Test
    void recordsThatAreNotThereAreSaidSo() {
        fails(one(new RecordCommand(), "citizen-report", "zzz"), "Không có bản ghi", "There is no");
        fails(one(new RecordCommand(), "citizen-report", "a/b"), "không phải là mã", "no record id");
        fails(one(new LineageCommand(), "nothing", "zzz"), "Không có loại", "no record type");
    }

    @Test
    void lineageTellsTheStepsAndHidesWhatIsPersonal() throws Exception {
        LineageCommand command = one(new LineageCommand(), "citizen-report", Fakes.ID.value());
        command.explanations = version -> Optional.of(List.of(
                new Step("status", Map.of("TT", "05"), "resolved", "code map of TT"),
                new Step("reporterPhone", Map.of("SDT", "0912345678"), "0912345678", "text"),
                new Step("text", Map.of("ND", "gọi 0912345678 nhé"), "gọi 0912345678", "text [NFC_COMPOSED]")));
        String output = run(command);
        fits(output);
        assertThat(output).contains("TT=05", "resolved", "code map of TT").doesNotContain("0912345678");
        command.json = true;
        assertThat(json(command).at("/versions/0/steps/0/was/TT").asText()).isEqualTo("05");
        assertThat(run(command)).doesNotContain("0912345678");
    }

    @Test
    void aMessageLeadsToItsRecords() throws Exception {
        LineageCommand forward = message("stations-hanoi", "m1");
        String output = run(forward);
        fits(output);
        assertThat(output).contains("citizen-report", Fakes.ID.value());
        JsonNode json = json(message("stations-hanoi", "m1", "--json"));
        assertThat(json.at("/records/0/id").asText()).isEqualTo(Fakes.ID.value());
        assertThat(json.at("/message").asText()).isEqualTo("m1");
        fails(message("stations-hanoi", "m2"), "không có bản tin", "no message of that name");
    }

    private LineageCommand message(String source, String... words) {
        LineageCommand command = one(new LineageCommand(), source, words);
        command.message = true;
        command.messages = (from, name, after, limit) ->
                name.equals("m1") ? Fakes.records().history("citizen-report", Fakes.ID, 1) : List.of();
        return command;
    }

    @Test
    void areasAreFoundByCodeAndName() throws Exception {
        assertThat(json(areas("Ba Đình", "--at", "2025-06-30"))
                        .at("/areas/0/validTo")
                        .asText())
                .isEqualTo("2025-06-30");
        assertThat(json(areas("Đồng Tâm")).at("/areas").size()).isEqualTo(2);
        fails(areas("99999"), "Không có đơn vị", "no administrative unit");
        fails(areas("Ba Đình", "--at", "30/06/2025"), "2025-06-30", "2025-06-30");
    }

    @Test
    void quarantineIsFiltered() throws Exception {
        QuarantineCommand command = quarantine();
        command.stage = "read";
        assertThat(run(command)).contains("0 bản ghi", "0 refused");
    }

    @Test
    void aKeyGetsWhatWasAskedAndNothingMore() throws Exception {
        KeysCommand reader = keysCommand();
        reader.create = "IOC";
        reader.typeNames = "dossier, facility";
        reader.tenantIds = "hai-duong";
        reader.areaCodes = "00004";
        reader.personal = "masked";
        reader.days = 30;
        assertThat(run(reader)).contains("hub_secret");
        assertThat(keys.all.get(0).grants())
                .isEqualTo(new Grants(
                        true,
                        Optional.of(java.util.Set.of("dossier", "facility")),
                        Optional.of(java.util.Set.of("hai-duong")),
                        Optional.of(java.util.Set.of("00004")),
                        PersonalLevel.MASKED,
                        java.util.Set.of(),
                        false));
        assertThat(keys.all.get(0).expiresAt()).isPresent();

        KeysCommand sender = keysCommand();
        sender.create = "SOS";
        sender.push = "stations-hanoi";
        assertThat(json(sender).at("/value").asText()).isEqualTo("hub_secret");
        assertThat(keys.all.get(1).grants().read()).isFalse();
        assertThat(keys.all.get(1).grants().allowsPush("stations-hanoi")).isTrue();
        assertThat(keys.all.get(1).expiresAt()).isEmpty();
        assertThat(run(keysCommand())).doesNotContain("hub_secret");
    }

    @Test
    void aKeyWithAMistakeIsNotMade() {
        KeysCommand type = keysCommand();
        type.create = "x";
        type.typeNames = "dosier";
        fails(type, "--types: không có «dosier»", "there is no «dosier»");
        KeysCommand level = keysCommand();
        level.create = "x";
        level.personal = "all";
        fails(level, "none, masked hoặc full", "none, masked or full");
        KeysCommand days = keysCommand();
        days.create = "x";
        days.days = -1;
        fails(days, "--days", "--days");
        KeysCommand unnamed = keysCommand();
        unnamed.create = " ";
        fails(unnamed, "phải có tên", "must have a name");
        assertThat(keys.all).isEmpty();
    }

    @Test
    void aKeyIsReplacedByOneWithTheSameRights() throws Exception {
        keys.create("board", Grants.administrator().limitedTo(60), Optional.empty());
        KeysCommand command = keysCommand();
        command.rotate = "k0";
        assertThat(run(command)).contains("hub_secret", "k1");
        assertThat(keys.all.get(1).name()).isEqualTo("board");
        assertThat(keys.all.get(1).grants().requestsPerMinute()).contains(60);
        command.overlap = -1;
        fails(command, "--overlap", "--overlap");
        command.overlap = 1;
        command.revoke = "k0";
        fails(command, "Chỉ chọn một", "Choose one");
        KeysCommand unknown = keysCommand();
        unknown.rotate = "k9";
        fails(unknown, "Không có khóa", "no usable key");
    }

    @Test
    void erasingNeedsAWordAndSaysWhereItRemoved() throws Exception {
        EraseCommand command = new EraseCommand();
        AtomicReference<Optional<String>> pending = new AtomicReference<>(Optional.empty());
        command.type = "dossier";
        command.words = List.of("a".repeat(32));
        command.erasures = (type, id) -> id.value().startsWith("a")
                ? Optional.of(new ErasureReport(
                        3,
                        1,
                        2,
                        77,
                        List.of(new ErasedMessage(1, "one-stop", "m1", Instant.EPOCH)),
                        new ErasureReport.Archived(4, pending.get())))
                : Optional.empty();
        fails(command, "thêm --confirm", "add --confirm");
        command.confirm = true;
        assertThat(run(command))
                .contains(
                        "3 phiên bản",
                        "3 versions",
                        "position 77",
                        "one-stop: m1",
                        "Removed 4 raw forms",
                        "earlier ones");
        pending.set(Optional.of("disk full"));
        assertThat(run(command)).contains("disk full", "tries again");
        command.words = List.of("a".repeat(32), "--json");
        assertThat(json(command).path("quarantined").asInt()).isEqualTo(2);
        assertThat(json(command).path("archived").path("removed").asInt()).isEqualTo(4);
        command.words = List.of("b".repeat(32));
        command.json = false;
        fails(command, "Không có bản ghi", "There is no record");
    }

    @Test
    void aBackupSaysWhatItHolds() throws Exception {
        BackupCommand command = new BackupCommand();
        command.backups =
                file -> new BackupReport(file, "hub-a", "e", 77, Instant.parse("2026-03-01T00:00:00Z"), 5, 6, 7_000);
        command.words = List.of("relative.zip");
        fails(command, "tuyệt đối", "absolute");
        command.words = List.of("/srv/hub.zip");
        assertThat(run(command)).contains("/srv/hub.zip", "5 dòng", "5 rows", "position 77");
        command.words = List.of("/srv/hub.zip", "--json");
        assertThat(json(command).path("position").asInt()).isEqualTo(77);
    }

    @Test
    void aKeyIsRevokedOnce() throws Exception {
        keys.create("x", Grants.administrator(), Optional.empty());
        KeysCommand command = keysCommand();
        command.revoke = "k0";
        assertThat(run(command)).contains("Đã thu hồi", "revoked");
        fails(command, "Không có khóa", "There is no key");
    }

    static Stream<HubCommand> all() {
        return Stream.of(
                new SourcesCommand(),
                new SourceCommand(),
                new SourceStartCommand(),
                new SourceStopCommand(),
                new SourceRestartCommand(),
                new TenantsCommand(),
                new DeploymentsCommand(),
                new DeployPlanCommand(),
                new FeedTailCommand(),
                new RecordCommand(),
                new LineageCommand(),
                new QuarantineCommand(),
                new QuarantineShowCommand(),
                new QuarantineDiscardCommand(),
                new QuarantineMendCommand(),
                new ReplayCommand(),
                new ShadowCommand(),
                new RenormaliseCommand(),
                new AreasCommand(),
                new AuditCommand(),
                new CheckpointCommand(),
                new SubscriptionsCommand(),
                new TapsCommand(),
                new BackupCommand(),
                new EraseCommand(),
                new KeysCommand());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCommandSaysWhatItDoesInBothLanguagesWithAnExample(HubCommand command) {
        Command about = command.getClass().getAnnotation(Command.class);
        assertThat(about.scope()).isEqualTo("hub");
        assertThat(about.description()).contains(" / ");
        assertThat(about.detailedDescription()).contains("EXAMPLE").contains("hub:" + about.name());
    }

    @Test
    void aServiceThatIsNotThereIsSaidSo() {
        fails(new SourcesCommand(), "chưa sẵn sàng", "not ready");
        KeysCommand command = new KeysCommand();
        fails(command, "chưa sẵn sàng", "not ready");
    }

    @Test
    void completersOfferWhatThereIs() {
        SourceIds ids = new SourceIds();
        assertThat(ids.ids()).isEmpty();
        ids.sources = sources;
        assertThat(ids.ids()).containsExactly("stations-hanoi", "stations-da-nang-north");
        FeedNames feeds = new FeedNames();
        feeds.types = Fakes.types();
        assertThat(feeds.ids()).startsWith("all").contains("dossier");
        TenantIds tenantIds = new TenantIds();
        tenantIds.tenants = Fakes.tenants();
        assertThat(tenantIds.ids()).containsExactly("hai-duong");
        QuarantineIds entries = new QuarantineIds();
        entries.quarantine = Fakes.quarantine();
        assertThat(entries.ids()).containsExactly("17");
        KeyIds keyIds = new KeyIds();
        keyIds.keys = keys;
        keys.create("x", Grants.administrator(), Optional.empty());
        List<String> offered = new ArrayList<>(keyIds.ids());
        assertThat(offered).containsExactly("k0");
    }
}
