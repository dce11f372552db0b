package org.iochub.simulators.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a feed by hand, the way the sites it stands for do. */
final class FeedWriter {
    private FeedWriter() {}

    static byte[] rss(String outlet, List<MadeUpNews.Item> items) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n");
        xml.append(element("title", outlet)).append(element("link", "https://bao.example/"));
        for (MadeUpNews.Item item : items) {
            xml.append("<item>").append(element("title", item.title())).append(element("link", item.link()));
            xml.append("<description><![CDATA[").append(item.html()).append("]]></description>");
            xml.append(element("category", item.topic()));
            if (!item.guid().isEmpty()) {
                xml.append("<guid isPermaLink=\"false\">")
                        .append(escaped(item.guid()))
                        .append("</guid>");
            }
            item.date().ifPresent(date -> xml.append(element("pubDate", date)));
            xml.append("</item>\n");
        }
        return xml.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] atom(String outlet, List<MadeUpNews.Item> items) {
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        xml.append(element("title", outlet)).append(element("id", "urn:bao:example"));
        for (MadeUpNews.Item item : items) {
            xml.append("<entry>").append(element("title", item.title()));
            xml.append("<link rel=\"alternate\" href=\"")
                    .append(escaped(item.link()))
                    .append("\"/>");
            xml.append(element("id", item.guid().isEmpty() ? item.link() : item.guid()));
            xml.append("<summary type=\"html\">").append(escaped(item.html())).append("</summary>");
            xml.append("<category term=\"").append(escaped(item.topic())).append("\"/>");
            item.date().ifPresent(date -> xml.append(element("published", date)));
            item.date().ifPresent(date -> xml.append(element("updated", MadeUpReports.offset(item.updated()))));
            xml.append("</entry>\n");
        }
        return xml.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
