package org.iochub.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.iochub.core.mail.Mail;
import org.iochub.core.mail.Mailer;
import org.iochub.core.report.QualityFigures;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    private final World world = new World();
    private final List<Mail> mails = new ArrayList<>();
    private boolean mailDown;
    private Shelf shelf;
    private ReportDesk desk;

    @BeforeEach
    void start() {
        shelf = new Shelf(folder.resolve("reports"));
        desk = new ReportDesk(world, world.collector(), shelf, world);
    }

    private JsonNode report() throws Exception {
        ReportInfo info = desk.make("quang-ngai", MONDAY, MONDAY.plusDays(6), "user:an");
        return new ObjectMapper()
                .readTree(desk.content(info.id(), ReportFormat.JSON).orElseThrow());
    }

    private static JsonNode section(JsonNode report, String key) {
        return StreamSupport.stream(report.path("sections").spliterator(), false)
                .filter(each -> each.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhatArrivedAndWhoBroughtNothing() throws Exception {
        JsonNode rows = section(report(), "arrivals").path("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/cells").toString()).isEqualTo("[\"tram-quan-trac\",\"observation\",\"12.345\",\"6\"]");
        assertThat(rows.at("/1/cells/0").asText()).isEqualTo("ho-so");
        assertThat(rows.at("/1/marked").asBoolean()).isTrue();
        assertThat(report().toString()).doesNotContain("cua-nguoi-khac");
    }

    @Test
    void whatIsOpenForMoreThanThreeWorkingDaysGoesToThoseAbove() throws Exception {
        // Since Monday 2 March, since Wednesday 4 March, since Friday 6 March; it is Monday 9 March.
        world.firing.add(World.alert("source-failing", "tram-quan-trac", Instant.parse("2026-03-06T03:00:00Z")));
        JsonNode rows = section(report(), "open").path("rows");
        assertThat(rows).hasSize(3);
        assertThat(rows.at("/0/cells/1").asText()).isEqualTo("ho-so");
        assertThat(rows.at("/0/cells/3").asText()).isEqualTo("5");
        assertThat(rows.at("/0/cells/4").asText()).isEqualTo("05/03/2026");
        assertThat(rows.at("/0/cells/5").asText()).contains("cấp trên");
        assertThat(rows.at("/0/cells/6").asText()).contains("Sở Nông nghiệp");
        // Three working days after Wednesday is this Monday: still in time.
        assertThat(rows.at("/1/cells/0").asText()).contains("17 bản ghi cách ly");
        assertThat(rows.at("/1/marked").asBoolean()).isFalse();
        assertThat(rows.at("/2/marked").asBoolean()).isFalse();
        assertThat(report().path("facts").toString()).contains("Quá 3 ngày làm việc");
    }

    @Test
    void silencesCountWithinThePeriodOnly() throws Exception {
        world.over.add(World.alert("source-stale", "tram-quan-trac", Instant.parse("2026-03-01T03:00:00Z"))
                .resolvedAt(Instant.parse("2026-03-01T20:00:00Z")));
        world.over.add(World.alert("source-stale", "ho-so", Instant.parse("2026-02-28T03:00:00Z"))
                .resolvedAt(Instant.parse("2026-02-28T04:00:00Z")));
        JsonNode rows = section(report(), "freshness").path("rows");
        // Monday 00:00 in Viet Nam is 17:00 UTC of Sunday: three hours of the silence are the period's.
        assertThat(rows.at("/0/cells/5").asText()).isEqualTo("1");
        assertThat(rows.at("/0/cells/6").asText()).isEqualTo("3 giờ");
        assertThat(rows.at("/1/cells/5").asText()).isEqualTo("0");
    }

    @Test
    void qualityStandsThereWhereSomebodyMeasuresIt() throws Exception {
        assertThat(report().toString()).doesNotContain("\"quality\"");
        world.quality = Optional.of((tenant, from, to) -> List.of(
                new QualityFigures.Figure("", Text.of("Đúng", "Right"), 0.9876, 1_000),
                new QualityFigures.Figure("ho-so", Text.of("Sống", "Live"), Double.NaN, 0)));
        JsonNode rows = section(report(), "quality").path("rows");
        assertThat(rows.at("/0/cells/2").asText()).isEqualTo("98,8 %");
        assertThat(rows.at("/1/cells/2").asText()).isEqualTo("—");
    }

    @Test
    void quarantineOfThePeriodCountsWhatWasSettledToo() throws Exception {
        JsonNode rows = section(report(), "quarantine").path("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/1/cells/3").asText()).isEqualTo("1.003");
    }

    @Test
    void pdfHasVietnameseInItsOwnFonts() throws Exception {
        for (int i = 0; i < 60; i++) {
            world.firing.add(World.alert(
                    "source-stale",
                    "nguồn-số-" + i + " ắẵẳặ ẫấầẩậ ỡớờởợ ữứừửự ỹỳỷỵ Đđ Trà Câu – Tịnh Khê",
                    Instant.parse("2026-03-01T03:00:00Z")));
        }
        ReportInfo info = desk.make("quang-ngai", MONDAY, MONDAY.plusDays(6), "user:an");
        byte[] pdf = desk.content(info.id(), ReportFormat.PDF).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Báo cáo dữ liệu – Tỉnh Quảng Ngãi",
                            "Quá 3 ngày làm việc",
                            "ắẵẳặ",
                            "ỡớờởợ",
                            "ữứừửự",
                            "ỹỳỷỵ")
                    .doesNotContain("?");
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
        assertThat(pdf.length).isLessThan(400_000);
    }

    @Test
    void htmlIsOneFileWithNothingFromElsewhere() throws Exception {
        world.firing.add(World.alert("source-stale", "<script>", Instant.parse("2026-03-06T03:00:00Z")));
        ReportInfo info = desk.make("quang-ngai", MONDAY, MONDAY.plusDays(6), "user:an");
        String html = new String(desk.content(info.id(), ReportFormat.HTML).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("lang=\"vi\"", "Ông An &amp; bà Bình", "&lt;script&gt;", "class=\"marked\"")
                .doesNotContain("<script", "http:", "https:", "src=");
        // Well-formed, once the elements that HTML does not close are.
        String xml = html.replace("<!doctype html>", "").replaceAll("<(meta|link)[^>]*>", "");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("section")
                        .getLength())
                .isEqualTo(4);
    }

    @Test
    void numbersAreNumbersInTheWorkbook() throws Exception {
        ReportInfo info = desk.make("quang-ngai", MONDAY, MONDAY.plusDays(6), "user:an");
        byte[] xlsx = desk.content(info.id(), ReportFormat.XLSX).orElseThrow();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> rows =
                        book.findSheet("Dữ liệu nhận được").orElseThrow().openStream()) {
            List<Row> all = rows.toList();
            assertThat(all.get(0).getCellText(0)).isEqualTo("Nguồn / Source");
            assertThat(all.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("12345");
        }
    }

    @Test
    void aPeriodAndAnAuthorityMustBe() {
        assertThatThrownBy(() -> desk.make("ha-noi", MONDAY, MONDAY, "user:an")).hasMessageContaining("unknown-tenant");
        assertThatThrownBy(() -> desk.make("quang-ngai", MONDAY, MONDAY.minusDays(1), "user:an"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("bad-period");
        assertThatThrownBy(() -> desk.make("quang-ngai", MONDAY, MONDAY.plusDays(366), "user:an"))
                .hasMessageContaining("bad-period");
        assertThat(desk.get("../../etc")).isEmpty();
        assertThat(desk.get(".mondays")).isEmpty();
    }

    private Mondays mondays() {
        Mailer mailer = new Mailer() {
            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public void send(Mail mail) throws java.io.IOException {
                if (mailDown) {
                    throw new java.io.IOException("down");
                }
                mails.add(mail);
            }
        };
        return new Mondays(
                world,
                desk,
                shelf,
                mailer,
                world,
                new Mondays.Rhythm(
                        java.time.LocalTime.of(7, 0), folder.resolve("reports/.mondays"), List.of("ioc@example.vn")));
    }

    private List<String> ids() {
        return desk.list().stream().map(ReportInfo::id).toList();
    }

    @Test
    void everyMondayMorningOnceAndMailedToTheContacts() {
        world.at(LocalDate.parse("2026-03-05"), 12);
        mondays().look();
        assertThat(ids()).isEmpty();
        world.at(LocalDate.parse("2026-03-09"), 6);
        mondays().look();
        assertThat(ids()).isEmpty();
        world.at(LocalDate.parse("2026-03-09"), 7);
        mondays().look();
        mondays().look();
        assertThat(ids()).containsExactly("quang-ngai.2026-03-02.2026-03-08");
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("ioc@example.vn", "moi-truong@example.vn");
            assertThat(mail.attachments())
                    .extracting(Mail.Attachment::name)
                    .containsExactly("quang-ngai.2026-03-02.2026-03-08.pdf", "quang-ngai.2026-03-02.2026-03-08.xlsx");
        });
        assertThat(desk.list().get(0).by()).isEqualTo("hub");
    }

    @Test
    void missedMondaysAreMadeUpFor() {
        world.at(LocalDate.parse("2026-03-05"), 12);
        mondays().look();
        // Off over two Mondays, on again on a Wednesday.
        world.at(LocalDate.parse("2026-03-18"), 10);
        mondays().look();
        assertThat(ids()).containsExactly("quang-ngai.2026-03-09.2026-03-15", "quang-ngai.2026-03-02.2026-03-08");
    }

    @Test
    void aStoreThatIsDownAndAMailServerThatIsDownAreTriedAgain() {
        world.at(LocalDate.parse("2026-03-05"), 12);
        mondays().look();
        world.at(LocalDate.parse("2026-03-09"), 8);
        world.storeDown = true;
        mondays().look();
        assertThat(ids()).isEmpty();
        world.storeDown = false;
        mailDown = true;
        mondays().look();
        assertThat(ids()).hasSize(1);
        assertThat(mails).isEmpty();
        mailDown = false;
        mondays().look();
        mondays().look();
        assertThat(mails).hasSize(1);
    }

    @Test
    void oldReportsGo() throws Exception {
        desk.make("quang-ngai", MONDAY, MONDAY.plusDays(6), "user:an");
        shelf.forget(world.now.plusSeconds(1));
        assertThat(ids()).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("reports"))) {
            assertThat(left).isEmpty();
        }
    }
}
