package org.iochub.simulators.http;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Writes news items: mostly sound ones, and at fixed places in the sequence one of each kind of dirt. */
final class MadeUpNews {
    /**
     * An item as it stands in a feed.
     *
     * @param date as the feed writes it; empty when it does not say
     * @param html the summary, with markup
     */
    record Item(
            String guid,
            String link,
            String title,
            String html,
            String topic,
            Optional<String> date,
            Instant updated) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(VIETNAM);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH)
            .withZone(VIETNAM);
    private static final List<String> TITLES = List.of(
            "Khắc phục hư hỏng mặt đường tại %s",
            "Người dân %s phản ánh tình trạng ngập nước",
            "%s ra quân chỉnh trang đô thị",
            "Nắng nóng kéo dài, %s chủ động nguồn nước",
            "Trung tâm phục vụ hành chính công %s giảm thời gian chờ");
    private static final List<String> TOPICS = List.of("Thời sự", "Đời sống", "Môi trường", "Hành chính công");

    private final Random random;
    private final String host;
    private final Place place;
    private final boolean iso;
    private int written;

    /** @param iso dates as Atom writes them instead of RFC 822 */
    MadeUpNews(long seed, String host, Place place, boolean iso) {
        this.random = new Random(seed);
        this.host = host;
        this.place = place;
        this.iso = iso;
    }

    /** The next item without dirt. */
    Item sound(Instant published) {
        Item item = next(published);
        return item.date().isPresent()
                        && !item.guid().isEmpty()
                        && item.updated().equals(published)
                        && written % 3 != 0
                ? item
                : sound(published);
    }

    Item next(Instant published) {
        int n = ++written;
        String unit = place.units().get(random.nextInt(place.units().size()));
        String title = String.format(
                TITLES.get(random.nextInt(TITLES.size())),
                unit.toLowerCase(Locale.ROOT).charAt(0) + unit.substring(1));
        String link = "https://" + host + "/tin-" + n + ".html";
        String html = "<p><img src=\"https://" + host + "/anh/" + n + ".jpg\"/>" + title
                + " &ndash; số liệu mô phỏng. Đường dây nóng: 0900&nbsp;000&nbsp;" + String.format("%03d", n % 1000)
                + ".</p>";
        String topic = TOPICS.get(random.nextInt(TOPICS.size()));
        String guid = host + "/" + n;
        Optional<String> date = Optional.of(iso ? MadeUpReports.offset(published) : RFC_822.format(published));
        return switch (n % 25) {
            case 3 -> new Item(guid, link, Dirt.decomposed(title), html, topic, date, published);
            case 6 -> new Item(guid, link, Dirt.halfComposed(title), html, topic, date, published);
            case 9 -> new Item(guid, link, Dirt.mojibake(title), Dirt.mojibake(html), topic, date, published);
            case 12 -> new Item(guid, link, title, html, topic, Optional.empty(), published);
            case 15 ->
                new Item(guid, link, title, html, topic, Optional.of("Sun, 30 Feb 2026 08:00:00 +0700"), published);
            case 18 ->
                new Item(
                        guid,
                        link,
                        title,
                        html,
                        topic,
                        Optional.of(iso ? MadeUpReports.offset(published).substring(0, 19) : LOCAL.format(published)),
                        published);
            case 21 ->
                new Item("", link + "?utm_source=rss&utm_medium=feed#binh-luan", title, html, topic, date, published);
            case 24 -> new Item(guid, link, "", html, topic, date, published);
            default -> new Item(guid, link, title, html, topic, date, published);
        };
    }
}
