package org.iochub.routes.onlinemedia.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.MediaItem;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryNormalizerTest {
    private static final String TITLE = "Sạt lở tại phường Trà Câu, nhiều hộ dân phải di dời trong đêm";
    private static final String LEAD =
            "Mưa lớn kéo dài khiến đất đá từ sườn núi đổ xuống khu dân cư, lực lượng chức năng"
                    + " hỗ trợ người dân đến nơi an toàn, chưa ghi nhận thiệt hại về người";

    @Test
    void marksWhatOthersTellAgainAndDropsNothing() throws IOException {
        List<MediaItem> items = items(feed(
                item("a", "mot", 8, TITLE, LEAD),
                item("b", "hai", 9, TITLE.replace("nhiều hộ dân", "một số hộ dân"), LEAD + "."),
                item("c", "ba", 9, "Người dân phường Trà Câu đón tết", "Chợ hoa mở cửa từ sáng sớm")));
        assertThat(items).hasSize(3);
        assertThat(items.get(0).duplicateOf()).isEmpty();
        assertThat(items.get(1).duplicateOf()).contains("a");
        assertThat(items.get(1).storyId()).isPresent().isEqualTo(items.get(0).storyId());
        assertThat(items.get(2).duplicateOf()).isEmpty();
        assertThat(items.get(2).storyId()).isPresent().isNotEqualTo(items.get(0).storyId());
    }

    @Test
    void howATextIsTypedDoesNotCount() {
        String text = "Khánh Hoà: hoá đơn điện tử thuý hoạ";
        assertThat(StoryPrint.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(StoryPrint.of(text));
        assertThat(StoryPrint.of("Khánh Hòa - hóa đơn điện tử, THÚY HỌA")).isEqualTo(StoryPrint.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sạt lở tại phường Sa Huỳnh, nhiều hộ dân phải di dời trong đêm|9",
                "Sạt lở tại phường Trà Câu, nhiều hộ dân phải di dời trong đêm 2/3|9",
                "Sạt lở tại phường Trà Câu, nhiều hộ dân phải di dời trong đêm|120"
            })
    void anotherPlaceAnotherNumberOrAnotherTimeIsAnotherStory(String title, int hour) throws IOException {
        List<MediaItem> items = items(feed(item("a", "mot", 8, TITLE, LEAD), item("b", "hai", hour, title, LEAD)));
        assertThat(items.get(0).storyId()).isNotEqualTo(items.get(1).storyId());
    }

    @Test
    void aHotStoryOfManySitesIsAnIncident() throws IOException {
        assertThat(incidents(feed(item("a", "mot", 8, TITLE, LEAD), item("b", "hai", 9, TITLE, LEAD))))
                .isEmpty();
        String three =
                item("a", "mot", 8, TITLE, LEAD) + item("b", "hai", 9, TITLE, LEAD) + item("c", "ba", 10, TITLE, LEAD);
        Incident incident = incidents(feed(three)).get(0);
        assertThat(incident.incidentCode())
                .isEqualTo(items(feed(three)).get(2).storyId().orElseThrow());
        assertThat(incident.subCategory()).contains("sạt lở");
        assertThat(incident.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(incident.status()).isEqualTo(IncidentStatus.ACTIVE);
        assertThat(incident.issuedAt()).isEqualTo("2026-02-20T10:00:00+07:00");
        assertThat(incident.sourceRef()).contains("https://mot.example/a");

        Incident more =
                incidents(feed(three, item("d", "bon", 11, TITLE, LEAD))).get(0);
        assertThat(more.incidentCode()).isEqualTo(incident.incidentCode());
        assertThat(more.status()).isEqualTo(IncidentStatus.UPDATED);
        Incident back = incidents(feed(three, item("d", "bon", 11, "Đính chính: " + TITLE, LEAD)))
                .get(0);
        assertThat(back.status()).isEqualTo(IncidentStatus.CANCELLED);
    }

    @Test
    void oneSiteManyTimesALateOneOrACalmStoryIsNone() throws IOException {
        assertThat(incidents(feed(
                        item("a", "mot", 8, TITLE, LEAD),
                        item("b", "mot", 9, TITLE, LEAD),
                        item("c", "mot", 10, TITLE, LEAD))))
                .isEmpty();
        assertThat(incidents(feed(
                        item("a", "mot", 8, TITLE, LEAD),
                        item("b", "hai", 9, TITLE, LEAD),
                        item("c", "ba", 40, TITLE, LEAD))))
                .isEmpty();
        String calm = "Lễ hội tại phường Trà Câu thu hút đông người";
        assertThat(incidents(feed(
                        item("a", "mot", 8, calm, "vui"),
                        item("b", "hai", 9, calm, "vui"),
                        item("c", "ba", 10, calm, "vui"))))
                .isEmpty();
    }

    @Test
    void whatWasToldBeforeStandsInTheMessageAndGivesTheSameEachTime() throws IOException {
        Stories before = Stories.parse("", settings());
        items(feed(item("a", "mot", 8, TITLE, LEAD), item("x", "mot", 8, "Tin khác hẳn về giá gạo", "gạo")))
                .forEach(before::place);
        String kept = before.kept(1_771_550_000L);
        Stories then = Stories.parse(kept, settings());
        TestMessage second = feed(item("b", "hai", 9, TITLE, LEAD));
        items(second).forEach(then::place);
        String attribute = Stories.parse(kept, settings()).before(then);
        // Only what the items belong to travels with them.
        assertThat(attribute).contains("\"first\":\"a\"").doesNotContain("gạo");

        TestMessage message = second.with(StoryNormalizer.STORIES, attribute);
        assertThat(items(message).get(0).duplicateOf()).contains("a");
        assertThat(items(message)).isEqualTo(items(message));
        // A feed that is read again finds its items where they were.
        assertThat(items(feed(item("a", "mot", 8, TITLE, LEAD)).with(StoryNormalizer.STORIES, attribute))
                        .get(0)
                        .duplicateOf())
                .isEmpty();
    }

    @Test
    void remembersSoLongAndSoMuch() throws IOException {
        Stories stories = Stories.parse("", settings());
        for (int i = 0; i < 700; i++) {
            items(feed(item("n" + i, "mot", 8, "Tin số " + i + " về chợ", "chợ " + i)))
                    .forEach(stories::place);
        }
        String kept = stories.kept(1_771_550_000L);
        assertThat(kept.split("\"id\"").length - 1).isEqualTo(600);
        assertThat(kept.length()).isLessThan(300_000);
        assertThat(Stories.parse(kept, settings()).kept(1_771_550_000L + 4 * 86_400))
                .isEqualTo("[]");
        assertThat(Stories.parse("{not json", settings()).kept(0)).isEqualTo("[]");
    }

    private static String item(String guid, String site, int hour, String title, String lead) {
        String at = java.time.OffsetDateTime.parse("2026-02-20T00:00:00+07:00")
                .plusHours(hour)
                .toString();
        return "<entry><title>" + title + "</title><id>" + guid + "</id><link href=\"https://" + site + ".example/"
                + guid + "\"/><published>" + at + "</published><summary>" + lead + "</summary></entry>";
    }

    private static TestMessage feed(String... items) {
        return TestMessage.of(
                "feed",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tổng hợp</title>" + String.join("", items)
                        + "</feed>");
    }

    private static List<MediaItem> items(TestMessage feed) throws IOException {
        return data(feed, MediaItem.class);
    }

    private static List<Incident> incidents(TestMessage feed) throws IOException {
        return data(feed, Incident.class);
    }

    private static <T> List<T> data(TestMessage feed, Class<T> type) throws IOException {
        var source = TestSource.of(settings(), AreaRegistry.builtIn());
        try (Stream<Change> changes = new StoryNormalizer(source).normalize(feed)) {
            return changes.map(change -> ((Change.Upsert<?>) change).data())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    private static OnlineMediaSettings settings() {
        return new OnlineMediaSettings(
                List.of("http://localhost/rss"),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                2 << 20,
                MissingOffset.LOCAL,
                Optional.of("51"),
                Duration.ofDays(3),
                3,
                Duration.ofHours(24),
                List.of("sạt lở", "ngộ độc"),
                List.of("đính chính"));
    }
}
