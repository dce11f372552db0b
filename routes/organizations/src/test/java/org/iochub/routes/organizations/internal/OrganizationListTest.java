package org.iochub.routes.organizations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.list.ListSettings;
import org.iochub.model.record.Organization;
import org.iochub.simulators.lists.OfficialListSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a list from the folder into the records; the same for every kind of list. */
class OrganizationListTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String PLACE = "quang-ngai";
    private static final String FILE = "organizations.csv";
    private static final String HEADER = "code,level,name,parent,valid_from,valid_to,successors\n";
    private static final Pattern NUMBER = Pattern.compile("confirm = ([0-9a-f]{12})");

    @TempDir
    private Path data;

    private final OfficialListSimulator office = new OfficialListSimulator(1);
    private TestHub<ListSettings> hub;
    private Optional<String> confirm = Optional.empty();
    private int auto;

    @BeforeEach
    void makeHub() {
        hub = new TestHub<>(new OrganizationsAdapter(() -> data), OrganizationListTest::code);
    }

    @AfterEach
    void stop() {
        hub.close();
        office.close();
    }

    @Test
    void theFirstListIsTakenAtOnce() throws Exception {
        start();
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));

        assertThat(hub.codes()).hasSize(12).contains("H48", "H48.21", "complete");
        Organization heir = organization("H48.22");
        assertThat(heir.predecessors()).containsExactly("H48.21");
        assertThat(organization("H48.21").successors()).containsExactly("H48.22");
        await().untilAsserted(() -> assertThat(hub.timesUpToDate()).isPositive());
    }

    @Test
    void aChangedListWaitsUntilExactlyItIsConfirmed() throws Exception {
        taken(three());
        office.put(
                PLACE,
                FILE,
                three().replace("Sở Hai", "Sở Nhì")
                                .replace(
                                        "H48.03,province,Sở Ba,H48,2020-09-15,",
                                        "H48.03,province,Sở Ba,H48,2020-09-15,2026-06-30")
                        + row("H48.04", "Sở Bốn"));
        String sentence = awaitWaiting("1 mới, 1 hết hiệu lực, 1 đổi tên");
        assertThat(hub.taken()).hasSize(1);

        String number = number(sentence);
        assertThat(table(number))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("đổi tên / renamed,H48.02,2020-09-15,Sở Nhì,name=Sở Hai,name=Sở Nhì"));

        // Another number lets nothing in, and neither does another list under this number.
        restart(Optional.of("000000000000"));
        awaitWaiting(number);
        assertThat(hub.taken()).hasSize(1);
        restart(Optional.of(number));
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
        assertThat(organization("H48.02").name()).isEqualTo("Sở Nhì");
        await().untilAsserted(() -> assertThat(tables()).isEmpty());
        office.put(PLACE, FILE, three());
        awaitWaiting("1 bị bỏ khỏi danh mục");
        assertThat(hub.taken()).hasSize(2);
    }

    @Test
    void anEarlierListCanBePutBack() throws Exception {
        auto = 5;
        taken(three());
        office.put(PLACE, FILE, three().replace("Sở Hai", "Sở Nhì"));
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
        office.put(PLACE, FILE, three());
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(3));
        office.put(PLACE, FILE, three().replace("Sở Hai", "Sở Nhì"));
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(4));
        assertThat(organization("H48.02").name()).isEqualTo("Sở Nhì");
    }

    @Test
    void fewChangesGoWithoutConfirmationButNoRemoval() throws Exception {
        auto = 1;
        taken(three());
        office.put(PLACE, FILE, three() + row("H48.04", "Sở Bốn") + row("H48.05", "Sở Năm"));
        awaitWaiting("2 mới");
        office.put(PLACE, FILE, three() + row("H48.04", "Sở Bốn"));
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(2));
        office.put(PLACE, FILE, three());
        awaitWaiting("1 bị bỏ khỏi danh mục");
        assertThat(hub.taken()).hasSize(2);
    }

    @Test
    void aListThatWasCutBetweenLinesIsSaidToLookSo() throws Exception {
        auto = 100;
        taken(three());
        office.put(PLACE, FILE, HEADER + row("H48", "Ủy ban").replace(",H48,2020", ",,2020"));
        awaitWaiting("chưa đến một nửa");
        assertThat(hub.taken()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H48.02,province,Sở Trùng,H48,2020-09-15,,|hai dòng bắt đầu ngày 2020-09-15",
                "H48.02,province,Sở Chồng,H48,2021-01-01,,|còn hiệu lực khi",
                "H48.09,province,Sở Lạ,H48,2020-09-15,2025-01-01,H48.77|H48.77 không có dòng nào bắt đầu ngày 2025-01-02",
                "H48.09,province,Sở Lạ,H99,2020-09-15,,|đơn vị cấp trên H99",
                "H48.09,province,Sở Lạ,H48.09,2020-09-15,,|vòng tròn",
                "H48.09,province,Sở Lạ,H48,2020-09-15,2020-01-01,|đứng trước ngày bắt đầu",
                "48.09,province,Sở Lạ,H48,2020-09-15,,|không phải mã định danh",
                "H48.09,province,Sở|bị cắt giữa dòng 6",
            })
    void aListWithAnythingWrongIsNotTakenAtAll(String line, String sentence) throws Exception {
        auto = 100;
        taken(three());
        office.put(PLACE, FILE, three() + line);
        awaitWaiting(sentence);
        assertThat(hub.taken()).hasSize(1);
        assertThat(kept()).isEqualTo(three());
    }

    @Test
    void anotherEncodingIsSaid() throws Exception {
        taken(three());
        Files.write(office.folder(PLACE).resolve(FILE), three().getBytes(StandardCharsets.UTF_16LE));
        awaitWaiting("không dùng được");
        Files.write(office.folder(PLACE).resolve(FILE), new byte[] {'c', 'o', 'd', 'e', (byte) 0xff, '\n'});
        awaitWaiting("UTF-8");
        assertThat(hub.taken()).hasSize(1);
    }

    @Test
    void twoListsAreNotGuessedBetween() throws Exception {
        taken(three());
        office.put(PLACE, "organizations-2026.csv", three());
        awaitWaiting("có 2 danh mục");
    }

    @Test
    void aListThatIsNotThereYetIsWaitedForAndComes() throws Exception {
        Files.delete(office.folder(PLACE).resolve(FILE));
        start();
        awaitWaiting("Chưa có danh mục");
        office.put(PLACE, FILE, three());
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));
    }

    @Test
    void whatTheHubDidNotTakeComesAgainAndAfterARestartNothingComesTwice() throws Exception {
        office.put(PLACE, FILE, three());
        hub.refuse(id -> true);
        start();
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        hub.refuse(id -> false);
        start();
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));
        restart(Optional.empty());
        await().untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThan(2));
        assertThat(hub.taken()).hasSize(1);
    }

    private static String three() {
        return HEADER
                + row("H48", "Ủy ban").replace(",H48,2020", ",,2020")
                + row("H48.01", "Sở Một")
                + row("H48.02", "Sở Hai")
                + row("H48.03", "Sở Ba");
    }

    private static String row(String code, String name) {
        return code + ",province," + name + ",H48,2020-09-15,,\n";
    }

    private void taken(String list) throws Exception {
        office.put(PLACE, FILE, list);
        start();
        await().untilAsserted(() -> assertThat(hub.taken()).hasSize(1));
    }

    private void start() throws Exception {
        hub.start(new ListSettings(office.folder(PLACE).toString(), Duration.ofMillis(50), confirm, auto), CLOCK);
    }

    private void restart(Optional<String> number) throws Exception {
        hub.stop();
        confirm = number;
        start();
    }

    private String awaitWaiting(String words) {
        await().untilAsserted(() -> assertThat(last()).contains(words));
        return last();
    }

    private String last() {
        return hub.waitings().isEmpty()
                ? ""
                : hub.waitings().get(hub.waitings().size() - 1).vi();
    }

    private static String number(String sentence) {
        Matcher matcher = NUMBER.matcher(sentence);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private List<String> table(String number) throws IOException {
        return Files.readAllLines(office.folder(PLACE).resolve("thay-doi-organizations-" + number + ".csv"));
    }

    private List<String> tables() {
        String[] files = office.folder(PLACE).toFile().list((folder, name) -> name.startsWith("thay-doi"));
        return Arrays.asList(files);
    }

    private String kept() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("etc/organizations"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private Organization organization(String code) {
        return (Organization) ((Change.Upsert<?>) hub.records().get(code)).data();
    }

    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? ((Organization) upsert.data()).organCode()
                : change instanceof Change.ListComplete ? "complete" : "refused";
    }
}
