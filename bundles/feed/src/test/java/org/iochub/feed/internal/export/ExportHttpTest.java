package org.iochub.feed.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.feed.internal.testing.Face.READER;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportHttpTest {
    private final Face face = new Face();

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void aWorkbookHasVietnameseHeadingsAndTypedCells() throws Exception {
        face.log.append(Sample.report("r1").in(Sample.area("21439", "2025-07-01")));
        face.log.append(Sample.report("r2"));

        List<Row> rows = workbook("/api/v1/export/citizen-report?format=xlsx");

        assertThat(rows).hasSize(3);
        List<String> headings = rows.get(0).stream().map(cell -> cell.getText()).toList();
        assertThat(headings).startsWith("Mã bản ghi", "Thời điểm").contains("Đơn vị hành chính", "Trạng thái");
        Row first = rows.stream()
                .filter(row -> row.getCellText(5).equals("21439"))
                .findFirst()
                .orElseThrow();
        assertThat(first.getCellAsDate(1).orElseThrow().toString()).isEqualTo("2026-03-01T08:00");
        assertThat(first.getCellText(6)).contains("Đức Phổ");
        assertThat(first.getCellText(headings.indexOf("Trạng thái"))).isEqualTo("Mới tiếp nhận");
        assertThat(first.stream().filter(java.util.Objects::nonNull).map(Object::toString))
                .noneMatch(text -> text.contains("{\"longitude\""));
    }

    @Test
    void moreRowsThanAPageAllCome() throws Exception {
        IntStream.range(0, 4_500).forEach(i -> face.log.append(Sample.facility("f" + i, 100)));
        assertThat(workbook("/api/v1/export/facility?format=xlsx")).hasSize(4_501);
        assertThat(face.get(READER, "/api/v1/export/facility?format=csv").body().lines())
                .hasSize(4_501);
        assertThat(face.get(READER, "/api/v1/export/facility?format=ndjson")
                        .body()
                        .lines())
                .hasSize(4_500);
    }

    @Test
    void csvOpensRightInAVietnameseSpreadsheet() {
        face.log.append(Sample.facility("f", 105.25));
        String standard =
                face.get(READER, "/api/v1/export/facility?format=csv&lang=none").body();
        assertThat(standard).startsWith("\uFEFFsubject,time,").contains(",105.25,", "2026-03-01T08:00:00,");
        String vietnamese = face.get(READER, "/api/v1/export/facility?format=csv&dialect=excel-vi")
                .body();
        assertThat(vietnamese).startsWith("\uFEFFMã bản ghi;Thời điểm;").contains(";105,25;", "01/03/2026 08:00:00;");
    }

    @Test
    void theLinkGoesOnWhereTheFileEnds() {
        face.log.append(Sample.facility("f", 100));
        HttpResponse<String> export = face.get(READER, "/api/v1/export/facility");
        assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                .contains("facility.csv");
        face.log.append(Sample.facility("later", 100));
        String feed = Face.link(export, "feed").orElseThrow();
        assertThat(face.get(READER, feed).body()).contains("\"later\"").doesNotContain("\"facilityCode\":\"f\"");
    }

    @Test
    void personalDataFormulasAndGrantsAreAsInFeeds() {
        face.log.append(Sample.report("r"));
        String masked = face.key(Face.grants(PersonalLevel.MASKED));
        String none = face.key(Face.grants(PersonalLevel.NONE));
        assertThat(face.get(READER, "/api/v1/export/citizen-report").body()).contains("0912345678", "'=HYPERLINK");
        assertThat(face.get(masked, "/api/v1/export/citizen-report").body()).doesNotContain("0912345678");
        assertThat(face.get(none, "/api/v1/export/citizen-report").body()).doesNotContain("Nguyễn Huệ");
    }

    @Test
    void whatCannotBeAFileSaysWhatCan() {
        HttpResponse<String> all = face.get(READER, "/api/v1/export/all?format=xlsx");
        assertThat(all.statusCode()).isEqualTo(406);
        assertThat(face.get(READER, "/api/v1/export/facility?format=pdf").statusCode())
                .isEqualTo(406);
        assertThat(face.get(READER, "/api/v1/export/facility?lang=fr").body()).contains("lang must be one of: vi, en");
        assertThat(face.get(READER, "/api/v1/export/nothing").statusCode()).isEqualTo(404);
    }

    private List<Row> workbook(String address) throws Exception {
        HttpResponse<byte[]> response = face.getBytes(READER, address);
        assertThat(response.statusCode()).isEqualTo(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
