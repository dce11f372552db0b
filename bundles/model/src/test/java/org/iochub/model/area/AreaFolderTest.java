package org.iochub.model.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaFolderTest {
    private static final String HEADER = "code,level,name,kind,parent,valid_from,valid_to,latitude,longitude\n";

    @TempDir
    private Path folder;

    @Test
    void readsUnitsAndTheirSuccessors() throws IOException {
        write(
                "areas-mau.csv",
                HEADER + "971,district,Huyện Mẫu,,,,2025-06-30,,\n97001,commune,Xã Mẫu,,,2025-07-01,,,\n");
        write("successors-mau.csv", "old_code,new_code,part\n971,97001,whole\n");
        write("ghi-chu.txt", "không phải danh mục");

        assertThat(AreaFolder.read(folder).byCode("971", LocalDate.of(2025, 6, 30)))
                .hasValueSatisfying(area -> assertThat(area.successors())
                        .extracting(successor -> successor.code())
                        .containsExactly("97001"));
    }

    @Test
    void whatARowSaysOfItsSuccessorsCountsForThatSpanAlone() throws IOException {
        write(
                "areas-mau.csv",
                "code,level,name,kind,parent,valid_from,valid_to,successors\n"
                        + "21439,commune,Phường Đức Phổ,Phường,51,2025-07-01,2026-12-31,21440:partial;21441\n"
                        + "21439,commune,Phường Khác,Phường,51,2027-01-01,,\n"
                        + "21440,commune,Phường Bắc,Phường,51,2027-01-01,,\n"
                        + "21441,commune,Phường Nam,Phường,51,2027-01-01,,\n");
        AreaRegistry areas = AreaFolder.read(folder);
        // The list the hub is shipped with hands 21439 over to 21439, in 2025.
        assertThat(areas.byCode("21439", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .successors())
                .extracting(successor -> successor.code())
                .containsExactly("21439");
        assertThat(areas.byCode("21439", LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .successors())
                .extracting(
                        successor -> successor.code() + " " + successor.part().code())
                .containsExactly("21440 partial", "21441 whole");
        assertThat(areas.byCode("21439", LocalDate.of(2027, 1, 1)).orElseThrow().predecessors())
                .isEmpty();
    }

    @Test
    void aListWithoutCoordinatesLeavesThem() throws IOException {
        write(
                "areas-mau.csv",
                "code,level,name,kind,parent,valid_from,valid_to\n21439,commune,Phường Đức Phổ,Phường,51,2025-07-01,\n");
        assertThat(AreaFolder.read(folder).byCode("21439", LocalDate.of(2026, 1, 1)))
                .hasValueSatisfying(area -> assertThat(area.location()).isPresent());
    }

    @Test
    void aFolderThatIsNotThereSaysNothing() throws IOException {
        assertThat(AreaFolder.read(folder.resolve("areas")).all())
                .isEqualTo(AreaRegistry.builtIn().all());
    }

    @Test
    void whatIsWrongIsSaidWithItsFile() throws IOException {
        write("areas-mau.csv", HEADER + "97,tỉnh,Tỉnh Mẫu,,,,,,\n");
        assertThat(fault().message().vi()).startsWith("areas-mau.csv: Dòng 2: cấp «tỉnh»");
        Files.write(folder.resolve("areas-mau.csv"), "code,Tỉnh".getBytes(Charset.forName("UTF-16")));
        assertThat(fault().message().en()).isEqualTo("areas-mau.csv is not UTF-8; save it as UTF-8.");
    }

    private Fault fault() {
        return catchThrowableOfType(() -> AreaFolder.read(folder), FaultException.class)
                .fault();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
