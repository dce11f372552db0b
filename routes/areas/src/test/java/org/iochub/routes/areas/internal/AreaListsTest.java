package org.iochub.routes.areas.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.api.Change;
import org.iochub.api.list.ListFile;
import org.iochub.api.list.ListPlan;
import org.iochub.api.list.ListSettings;
import org.iochub.api.list.ListShelf;
import org.iochub.model.area.AreaFolder;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.record.Area;
import org.iochub.simulators.lists.OfficialListSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaListsTest {
    private static final String HEADER = "code,level,name,parent,valid_from,valid_to,successors,kind\n";
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);

    @TempDir
    private Path data;

    @Test
    void whatIsPublishedIsWhatTheHubResolvesWith() throws Exception {
        try (OfficialListSimulator office = new OfficialListSimulator(1);
                TestHub<ListSettings> hub = new TestHub<>(new AreasAdapter(() -> data), AreaListsTest::code)) {
            hub.start(
                    new ListSettings(
                            office.folder(OfficialListSimulator.AREAS).toString(),
                            Duration.ofMillis(50),
                            Optional.empty(),
                            0),
                    Clock.systemUTC());
            await().untilAsserted(() ->
                    assertThat(data.resolve("etc/areas/areas-test.csv")).exists());

            List<Area> published = hub.records().values().stream()
                    .filter(Change.Upsert.class::isInstance)
                    .map(change -> (Area) ((Change.Upsert<?>) change).data())
                    .toList();
            assertThat(byKey(published)).isEqualTo(byKey(AreaRegistry.builtIn().all()));
            assertThat(hub.taken()).hasSize(1);
            // The list that was let in is one that the hub reads, and it changed nothing.
            List<Area> then = AreaFolder.read(data.resolve("etc/areas")).all();
            assertThat(ListPlan.between(AreaRows.of(AreaRegistry.builtIn().all()), AreaRows.of(then))
                            .changes())
                    .isEmpty();
        }
    }

    @Test
    void showsWhatAListDoesToTheHubsUnits() throws Exception {
        AreaLists lists = lists();
        byte[] list = (HEADER
                        + "21439,commune,Phường Đức Phổ,51,2025-07-01,2026-12-31,21439:partial;21440,Phường\n"
                        + "21439,commune,Phường Đức Phổ,51,2027-01-01,,,Phường\n"
                        + "21440,commune,Phường Phổ Thạnh,51,2027-01-01,,,Phường\n"
                        + "21451,commune,Phường Trà Câu Bắc,51,2025-07-01,,,Phường\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(lists.read(list).wrong()).isEmpty();

        ListPlan plan = ListPlan.between(lists.now(), lists.with(list));
        assertThat(plan.count(ListPlan.Kind.NEW)).isEqualTo(2);
        assertThat(plan.count(ListPlan.Kind.ENDED)).isEqualTo(1);
        assertThat(plan.count(ListPlan.Kind.RENAMED)).isEqualTo(1);
        assertThat(plan.changes()).hasSize(4);
        assertThat(AreaFolder.read(data, Map.of("areas-x.csv", list)).byCode("21440", LATER))
                .hasValueSatisfying(area -> assertThat(area.predecessors())
                        .extracting(Area.Successor::code)
                        .containsExactly("21439"));
    }

    @Test
    void aListMayReferToUnitsThatTheHubHas() throws Exception {
        ListFile known =
                lists().read((HEADER + "99999,commune,Xã Thử,51,2025-07-01,,,Xã\n").getBytes(StandardCharsets.UTF_8));
        ListFile unknown =
                lists().read((HEADER + "99999,commune,Xã Thử,534,2025-07-01,,,Xã\n").getBytes(StandardCharsets.UTF_8));
        assertThat(known.wrong()).isEmpty();
        assertThat(unknown.wrong()).extracting(wrong -> wrong.fault().code()).containsExactly("unknown-parent");
    }

    @Test
    void overlappingAUnitOfTheHubIsRefused() throws Exception {
        ListFile list = lists().read((HEADER + "21439,commune,Phường Khác,51,2026-01-01,,,Phường\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(list.wrong()).extracting(wrong -> wrong.fault().code()).containsExactly("overlapping-spans");
    }

    private AreaLists lists() {
        return new AreaLists(AreaRegistry.builtIn(), ListShelf.of(data, AreaLists.STEM, "test"));
    }

    private static Map<String, Area> byKey(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(area -> area.code() + area.validFrom(), AreaListsTest::sorted));
    }

    /** Which of several successors stands first says nothing. */
    private static Area sorted(Area area) {
        return new Area(
                area.code(),
                area.level(),
                area.name(),
                area.kind(),
                area.nameKey(),
                area.parentCode(),
                area.validFrom(),
                area.validTo(),
                area.location(),
                inOrder(area.successors()),
                inOrder(area.predecessors()));
    }

    private static List<Area.Successor> inOrder(List<Area.Successor> units) {
        return units.stream()
                .sorted(java.util.Comparator.comparing(Area.Successor::toString))
                .toList();
    }

    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? ((Area) upsert.data()).code() + ((Area) upsert.data()).validFrom()
                : change.getClass().getSimpleName();
    }
}
