package org.iochub.routes.onlinemedia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.record.MediaItem;
import org.iochub.model.record.MediaItem.AreaMention;
import org.iochub.model.record.RecordTypes;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineMediaNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final String SOUND =
            "<title>Tin</title><link>https://bao.example/1</link><pubDate>Sun, 01 Mar 2026 08:00:00 +0700</pubDate>";

    private MissingOffset missing = MissingOffset.LOCAL;
    private Optional<String> within = Optional.of("49;48");
    private Optional<String> outlet = Optional.empty();

    @Test
    void readsRss() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/rss.xml"));
        assertThat(changes).hasSize(2);
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes.get(0);
        MediaItem item = (MediaItem) upsert.data();

        assertThat(item.title()).isEqualTo("Sửa đường tại phường Tam Kỳ & lân cận");
        assertThat(item.summary()).contains("Mặt đường đã được sửa .");
        assertThat(item.url()).isEqualTo("https://bao.example/tin-1.html");
        assertThat(item.guid()).contains("tin-1");
        assertThat(item.outlet()).isEqualTo("Báo Mô Phỏng - Thời sự");
        assertThat(item.topics()).containsExactly("Thời sự", "Giao thông");
        assertThat(item.publishedAt()).isEqualTo(OffsetDateTime.parse("2026-03-01T08:00:00+07:00"));
        assertThat(item.areaMentions())
                .containsExactly(new AreaMention("20341", LocalDate.of(2025, 7, 1), "phường Tam Kỳ"));
        assertThat(upsert.area()).contains(new AreaRef("20341", LocalDate.of(2025, 7, 1)));
        assertThat(upsert.version()).isEqualTo(VersionKey.arrival());
        assertThat(upsert.notes()).isEmpty();
        assertThat(item.toString()).doesNotContain("Phóng viên", "alert");
    }

    @Test
    void takesTheNormalisedAddressWhereThereIsNoGuid() throws IOException {
        MediaItem item = (MediaItem) ((Change.Upsert<?>) changes(TestMessage.fixture(getClass(), "fixtures/rss.xml"))
                        .get(1))
                .data();
        assertThat(item.guid()).isEmpty();
        assertThat(RecordTypes.MEDIA_ITEM.identity(item)).containsExactly("http://bao.example/tin-2.html?id=2");
        assertThat(item.publishedAt().toInstant()).isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
    }

    @Test
    void readsAtom() throws IOException {
        List<Change> changes = changes(TestMessage.fixture(getClass(), "fixtures/atom.xml"));
        assertThat(changes).hasSize(2);
        MediaItem item = (MediaItem) ((Change.Upsert<?>) changes.get(0)).data();

        assertThat(item.title()).isEqualTo("Nhiệt độ < 20 độ");
        assertThat(item.url()).isEqualTo("https://bao.example/1");
        assertThat(item.guid()).contains("tag:bao.example,2026:1");
        assertThat(item.summary()).contains("Trời rét");
        assertThat(item.topics()).containsExactly("Thời tiết");
        assertThat(item.outlet()).isEqualTo("Trang tin mô phỏng");
        assertThat(item.updatedAt()).contains(OffsetDateTime.parse("2026-03-01T09:00:00+07:00"));
        assertThat(((Change.Upsert<?>) changes.get(0)).version())
                .isEqualTo(VersionKey.at(Instant.parse("2026-03-01T02:00:00Z")));
        MediaItem onlyUpdated = (MediaItem) ((Change.Upsert<?>) changes.get(1)).data();
        assertThat(onlyUpdated.publishedAt().toInstant()).isEqualTo(Instant.parse("2026-03-01T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 01 Mar 2026 08:00:00 +0700|2026-03-01T01:00:00Z",
                "01 Mar 2026 08:00 GMT+7|2026-03-01T01:00:00Z",
                "CN, 1 Mar 2026 01:00:00 GMT|2026-03-01T01:00:00Z",
                "Sunday, 01 March 2026 08:00:00 ICT|2026-03-01T01:00:00Z",
                "Sat, 28 Feb 2026 20:00:00 EST|2026-03-01T01:00:00Z",
                "2026-03-01T08:00:00+07:00|2026-03-01T01:00:00Z",
                "2026-03-01T01:00:00.5Z|2026-03-01T01:00:00.500Z",
                "2026-03-01 08:00:00|2026-03-01T01:00:00Z",
                "Sun, 01 Mar 2026 08:00:00|2026-03-01T01:00:00Z"
            })
    void readsDates(String text, Instant meant) throws IOException {
        Change.Upsert<?> upsert = (Change.Upsert<?>) one(dated(text));
        assertThat(((MediaItem) upsert.data()).publishedAt().toInstant()).isEqualTo(meant);
        assertThat(codes(upsert).contains("offset-supplied")).isEqualTo(text.endsWith("08:00:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 30 Feb 2026 08:00:00 +0700",
                "01 Mar 2026 25:00:00 +0700",
                "3/1/2026 8:00:00 AM",
                "01 Mar 2026 08:00:00 XYZ",
                "01 Thg 2026 08:00:00 +0700",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Mon, 01 Mar 2027 08:00:00 +0700",
                "hôm nay"
            })
    void refusesImpossibleDates(String text) throws IOException {
        assertThat(outcome(one(dated(text)))).isEqualTo("impossible-date");
    }

    @Test
    void suppliesAMissingZoneAsConfigured() throws IOException {
        missing = MissingOffset.UTC;
        assertThat(((MediaItem) ((Change.Upsert<?>) one(dated("01 Mar 2026 01:00"))).data())
                        .publishedAt()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
        missing = MissingOffset.REFUSE;
        assertThat(outcome(one(dated("01 Mar 2026 01:00")))).isEqualTo("missing-offset");
    }

    @Test
    void goesOnBehindEveryKindOfPoison() throws IOException {
        String deep = "<x>".repeat(70) + "</x>".repeat(70);
        List<Change> changes = changes(rss("<item><title>Không ngày</title><link>https://b.example/</link></item>"
                + "<item><title></title>" + SOUND.substring(18) + "</item>"
                + "<item><title>Tin</title><link>javascript:alert(1)</link><pubDate>01 Mar 2026 01:00 Z</pubDate></item>"
                + "<item>" + SOUND + "<description>" + "x".repeat(1_000_001) + "</description></item>"
                + "<item>" + deep + SOUND + "</item>"
                + "<item>" + SOUND.replace("Tin", "R\uFFFDc th\uFFFDi") + "</item>"
                + "<item>" + SOUND + "</item>"));

        assertThat(changes.stream().map(OnlineMediaNormalizerTest::outcome))
                .containsExactly(
                        "missing-field",
                        "missing-field",
                        "missing-field",
                        "xml-too-long-text",
                        "xml-too-deep",
                        "broken-text",
                        "good");
    }

    @Test
    void cutsOutTheRawFormOfOneItem() throws IOException {
        Change refused = changes(rss("<item>" + SOUND + "</item>"
                        + "<item><title>Không ngày</title><content:encoded>a &lt; b</content:encoded></item>"))
                .get(1);
        assertThat(refused.raw().position()).isEqualTo("item[1]");
        String raw = raw(refused);
        assertThat(raw).contains("Không ngày").doesNotContain("https://bao.example/1");

        // It can be read again by itself.
        assertThat(changes(TestMessage.of("item", raw)).stream().map(OnlineMediaNormalizerTest::outcome))
                .containsExactly("missing-field");
        Change sound = changes(rss("<item>" + SOUND + "</item>")).get(0);
        assertThat(changes(TestMessage.of("item", raw(sound))).stream().map(OnlineMediaNormalizerTest::outcome))
                .containsExactly("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss><rss><channel/></rss>",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&x;</title>"
                        + "</item></channel></rss>",
                "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss>&b;</rss>"
            })
    void refusesDocumentTypesAsAWhole(String xml) {
        assertThatThrownBy(() -> changes(TestMessage.of("feed", xml)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("xml-forbidden-dtd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "{}", "<opml/>", "<html><body>Đăng nhập</body></html>", "<rss><chan", "\u0000\u0001"})
    void refusesAsAWholeWhatIsNoFeed(String body) {
        assertThatThrownBy(() -> changes(TestMessage.of("feed", body))).isInstanceOf(FaultException.class);
    }

    @Test
    void refusesAsAWholeWhatIsTooLarge() {
        assertThatThrownBy(() -> changes(TestMessage.of("feed", "<rss>" + "<x/>".repeat(1 << 20) + "</rss>")))
                .hasMessageContaining("too-large");
    }

    @Test
    void takesWhatStandsBeforeACut() throws IOException {
        String whole = new String(
                rss("<item>" + SOUND + "</item><item>" + SOUND + "</item>").body(), StandardCharsets.UTF_8);
        List<Change> changes = changes(TestMessage.of("feed", whole.substring(0, whole.lastIndexOf("<pubDate>"))));
        assertThat(changes.stream().map(OnlineMediaNormalizerTest::outcome)).containsExactly("good", "xml-malformed");
    }

    @Test
    void emptyIsEmpty() throws IOException {
        assertThat(changes(rss(""))).isEmpty();
    }

    @Test
    void readsOtherEncodings() throws IOException {
        for (String charset : List.of("UTF-16", "windows-1258")) {
            byte[] body = ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss><channel><item>"
                            + SOUND.replace("Tin", "Ha Noi moi ©") + "</item></channel></rss>")
                    .getBytes(Charset.forName(charset));
            assertThat(((MediaItem) ((Change.Upsert<?>) changes(TestMessage.of("feed", body))
                                            .get(0))
                                    .data())
                            .title())
                    .isEqualTo("Ha Noi moi ©");
        }
    }

    @Test
    void mendsText() throws IOException {
        String title = "Khắc phục hư hỏng mặt đường tại phường Tam Kỳ";
        String decomposed = Normalizer.normalize(title, Normalizer.Form.NFD);
        String mojibake = new String(title.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Change.Upsert<?> composed = (Change.Upsert<?>) one(SOUND.replace("Tin", decomposed));
        Change.Upsert<?> repaired = (Change.Upsert<?>) one(SOUND.replace("Tin", mojibake));
        assertThat(((MediaItem) composed.data()).title()).isEqualTo(title);
        assertThat(composed.notes()).isEmpty();
        assertThat(((MediaItem) repaired.data()).title()).isEqualTo(title);
        assertThat(codes(repaired)).containsExactly("text-repaired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-03-01|49;48|Người dân phường Tam Kỳ họp|20341",
                "2026-03-01|49;48|Người dân Tam Kỳ họp|-",
                "2026-03-01|49;48|Tại Phường Hương Trà Nguyễn Văn A nói|20350",
                "2026-03-01|49;48|Thành phố Đà Nẵng mưa lớn|48",
                "2025-06-30|49;48|TP. Tam Kỳ và tỉnh Quảng Nam|502 49",
                "2025-06-30|51|phường Nguyễn Nghiêm ngập nước|-",
                "2026-03-01|51|phường Nguyễn Nghiêm ngập nước|-",
                "2026-03-01|51|xã Nguyễn Nghiêm và phường Đức Phổ, phường Đức Phổ|21457 21439",
                "2025-06-30|58;56|TP Phan Rang–Tháp Chàm nắng nóng|582",
                "2026-03-01|58;56|phường Cẩm Thành|-",
                "2026-03-01|-|phường Tam Kỳ|-",
                "2025-06-30|58;56|phường Đông Hải có chợ mới|22768",
                "2026-03-01|58;56|phường Đông Hải có chợ mới|22780",
                "2026-03-01|51|phường Đông Hải có chợ mới|-",
                "2025-06-30|58;56|xã Phước Dinh đón khách|22903",
                "2026-03-01|58;56|xã Phước Dinh đón khách|22888",
                "2026-03-01|58;56|phường Phước Dinh đón khách|-",
                "2025-06-30|56|thị xã Ninh Hoà mưa lớn|572",
                "2025-06-30|56|thị xã Ninh Hòa mưa lớn|572",
                "2026-03-01|56|thị xã Ninh Hòa mưa lớn|-"
            })
    void namesOnlyPlacesBeyondDoubt(LocalDate day, String top, String text, String codes) throws IOException {
        within = Optional.ofNullable(top);
        Change.Upsert<?> upsert =
                (Change.Upsert<?>) one(dated(day + "T08:00:00+07:00").replace("<title>Tin", "<title>" + text));
        MediaItem item = (MediaItem) upsert.data();
        List<String> expected = codes == null ? List.of() : List.of(codes.split(" "));
        assertThat(item.areaMentions()).extracting(AreaMention::code).containsExactlyElementsOf(expected);
        assertThat(upsert.area().isPresent()).isEqualTo(expected.size() == 1);
    }

    @Test
    void namesPlacesInDecomposedTextToo() throws IOException {
        within = Optional.of("58;56");
        String title = Normalizer.normalize("Phường Đông Hải và xã Phước Dinh", Normalizer.Form.NFD);
        Change.Upsert<?> upsert =
                (Change.Upsert<?>) one(dated("2026-03-01T08:00:00+07:00").replace("<title>Tin", "<title>" + title));
        assertThat(((MediaItem) upsert.data()).areaMentions())
                .extracting(mention -> mention.code() + "@" + mention.validFrom())
                .containsExactly("22780@2025-07-01", "22888@2025-07-01");
        assertThat(upsert.area()).isEmpty();
    }

    @Test
    void theConfiguredOutletWinsAndTheHostIsTheLastResort() throws IOException {
        TestMessage untitled = TestMessage.of("feed", "<rss><channel><item>" + SOUND + "</item></channel></rss>");
        assertThat(((MediaItem) ((Change.Upsert<?>) changes(untitled).get(0)).data()).outlet())
                .isEqualTo("bao.example");
        outlet = Optional.of("Báo Cấu Hình");
        assertThat(((MediaItem) ((Change.Upsert<?>) one(SOUND)).data()).outlet())
                .isEqualTo("Báo Cấu Hình");
    }

    @Test
    void givesTheSameForTheSame() throws IOException {
        TestMessage feed = TestMessage.fixture(getClass(), "fixtures/rss.xml");
        assertThat(changes(feed).stream()
                        .map(OnlineMediaNormalizerTest::content)
                        .toList())
                .isEqualTo(changes(feed).stream()
                        .map(OnlineMediaNormalizerTest::content)
                        .toList());
    }

    private static Object content(Change change) {
        return change instanceof Change.Upsert<?> upsert
                ? List.of(upsert.data(), upsert.area(), upsert.version(), upsert.notes())
                : outcome(change);
    }

    private static String raw(Change change) throws IOException {
        try (InputStream in = change.raw().content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String dated(String date) {
        return SOUND.replace("Sun, 01 Mar 2026 08:00:00 +0700", date);
    }

    private static TestMessage rss(String items) {
        return TestMessage.of(
                "feed",
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                        + "<title>Báo Mô Phỏng</title>" + items + "</channel></rss>");
    }

    private static String outcome(Change change) {
        return change instanceof Change.Refusal refusal ? refusal.fault().code() : "good";
    }

    private static List<String> codes(Change.Upsert<?> upsert) {
        return upsert.notes().stream().map(Fault::code).toList();
    }

    private Change one(String fields) throws IOException {
        List<Change> changes = changes(rss("<item>" + fields + "</item>"));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private List<Change> changes(RawMessage message) throws IOException {
        OnlineMediaSettings settings = new OnlineMediaSettings(
                List.of("http://localhost/rss"),
                outlet,
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                2 << 20,
                missing,
                within,
                Duration.ofDays(3),
                3,
                Duration.ofHours(24),
                List.of("sạt lở", "ngộ độc"),
                List.of("đính chính"));
        try (Stream<Change> changes = new OnlineMediaNormalizer(TestSource.of(settings, AREAS)).normalize(message)) {
            return changes.toList();
        }
    }
}
