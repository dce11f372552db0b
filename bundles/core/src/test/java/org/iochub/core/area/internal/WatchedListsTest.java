package org.iochub.core.area.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.iochub.model.record.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedListsTest {
    private static final String HEADER = "code,level,name,kind,parent,valid_from,valid_to,latitude,longitude\n";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;

    private WatchedLists lists;

    @BeforeEach
    void start() {
        lists = new WatchedLists(folder);
    }

    @Test
    void aListCountsOnceItStandsStill() throws IOException {
        write("areas-97.csv", HEADER + "97,province,Tỉnh Mẫu,Tỉnh,,,,,\n");
        lists.look();
        assertThat(name("97")).isEmpty();
        lists.look();
        assertThat(name("97")).contains("Tỉnh Mẫu");
        assertThat(name("51")).contains("Tỉnh Quảng Ngãi");
    }

    @Test
    void aWrongListLeavesWhatCounted() throws IOException {
        write("areas-97.csv", HEADER + "97,province,Tỉnh Mẫu,Tỉnh,,,,,\n");
        settle();
        write("areas-97.csv", HEADER + "97,tỉnh,Tỉnh Mẫu mới,Tỉnh,,,,,\n");
        settle();
        assertThat(name("97")).contains("Tỉnh Mẫu");
        write("areas-97.csv", HEADER + "97,province,Tỉnh Mẫu mới,Tỉnh,,,,,\n");
        settle();
        assertThat(name("97")).contains("Tỉnh Mẫu mới");
    }

    @Test
    void aListThatGoesTakesItsUnitsAlong() throws IOException {
        write("areas-97.csv", HEADER + "97,province,Tỉnh Mẫu,Tỉnh,,,,,\n");
        settle();
        Files.delete(folder.resolve("areas-97.csv"));
        settle();
        assertThat(name("97")).isEmpty();
        assertThat(name("51")).isPresent();
    }

    @Test
    void aHubStartsWithAWrongList() throws IOException {
        write("areas-97.csv", "không phải danh mục\nx,y\n");
        assertThat(new WatchedLists(folder).current().all()).isNotEmpty();
    }

    @Test
    void aFolderMayComeLater() throws IOException {
        WatchedLists later = new WatchedLists(folder.resolve("areas"));
        Files.createDirectories(folder.resolve("areas"));
        Files.writeString(folder.resolve("areas/areas.csv"), HEADER + "97,province,Tỉnh Mẫu,Tỉnh,,,,,\n");
        later.look();
        later.look();
        assertThat(later.current().byCode("97", DAY)).isPresent();
    }

    private void settle() {
        lists.look();
        lists.look();
    }

    private Optional<String> name(String code) {
        return lists.current().byCode(code, DAY).map(Area::name);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
