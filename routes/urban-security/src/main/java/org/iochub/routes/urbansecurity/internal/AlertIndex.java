package org.iochub.routes.urbansecurity.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** Where the alerts of an Atom or RSS document lie; an alert is an index of itself. */
final class AlertIndex {
    /**
     * An alert that is to be had.
     *
     * @param stamp when it last changed, as written; empty when the index does not say
     */
    record Entry(URI link, String stamp) {
        String key() {
            return Digests.hex((link + "|" + stamp).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .substring(0, 16);
        }
    }

    private AlertIndex() {}

    /**
     * The alerts, the oldest first as far as the index says.
     *
     * @param address of the index: links are relative to it, and may not lead to another host
     * @param digest of the document, which is the stamp of a single alert
     * @throws FaultException {@code not-an-index}
     */
    static List<Entry> read(XmlElement root, URI address, String digest) {
        List<Entry> entries = switch (root.name()) {
            case "alert" -> List.of(new Entry(address, digest));
            case "feed" -> entries(root.children("entry"), address, "updated");
            case "rss" ->
                entries(
                        root.find("channel")
                                .map(channel -> channel.children("item"))
                                .orElse(List.of()),
                        address,
                        "pubDate");
            default ->
                throw FaultException.of(
                        "not-an-index",
                        root.name(),
                        "Nguồn trả về tài liệu không phải Atom, RSS hay CAP; hãy kiểm tra địa chỉ.",
                        "The source answered with a document that is neither Atom nor RSS nor CAP; check the"
                                + " address.");
        };
        return root.name().equals("feed")
                ? entries.stream().sorted(Comparator.comparing(Entry::stamp)).toList()
                : reversed(entries);
    }

    /** RSS is written newest first. */
    private static List<Entry> reversed(List<Entry> entries) {
        List<Entry> oldestFirst = new ArrayList<>(entries);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static List<Entry> entries(List<XmlElement> items, URI address, String stamp) {
        return items.stream()
                .flatMap(item -> link(item)
                        .flatMap(link -> resolve(address, link))
                        .map(link -> new Entry(link, item.text(stamp).orElse("")))
                        .stream())
                .toList();
    }

    /** Of several links the one to CAP, else the first that is not to the index itself. */
    private static Optional<String> link(XmlElement item) {
        List<XmlElement> links = item.children("link").stream()
                .filter(link -> link.attribute("rel")
                        .map(rel -> rel.equals("alternate") || rel.equals("enclosure"))
                        .orElse(true))
                .toList();
        return links.stream()
                .filter(link -> link.attribute("type").orElse("").contains("cap"))
                .findFirst()
                .or(() -> links.stream().findFirst())
                .flatMap(link -> link.attribute("href").or(() -> Optional.of(link.text())))
                .filter(link -> !link.isBlank());
    }

    private static Optional<URI> resolve(URI address, String link) {
        try {
            URI resolved = address.resolve(link.strip());
            String scheme = String.valueOf(resolved.getScheme()).toLowerCase(Locale.ROOT);
            boolean here = (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost().equalsIgnoreCase(resolved.getHost());
            return here ? Optional.of(resolved) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
