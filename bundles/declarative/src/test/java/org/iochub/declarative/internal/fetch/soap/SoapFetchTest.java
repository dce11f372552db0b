package org.iochub.declarative.internal.fetch.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.RawPart;
import org.iochub.api.read.SafeXml;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.declarative.internal.fetch.WebHost;
import org.iochub.declarative.internal.fetch.WebHost.Asked;
import org.iochub.declarative.internal.fetch.WebHost.Reply;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.format.Row;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapFetchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("UTC"));
    private static final String BODY = "body: |\n  <p:LayPhanAnh xmlns:p=\"urn:pa\"><tu>{{from}}</tu><den>{{to}}</den>"
            + "<trang>{{page}}</trang><ma>{{code}}</ma></p:LayPhanAnh>\n";
    /** A record for each element {@code item}. */
    private static final RecordFormat ELEMENTS = message -> {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = message.open()) {
            XMLStreamReader xml = SafeXml.reader(in, SafeXml.Limits.DEFAULT);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("item")) {
                    rows.add(new Row.Found(java.util.Map.of(), RawPart.of("item", xml.getElementText())));
                }
            }
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new java.io.IOException(e);
        }
        return rows.stream();
    };

    private final WebHost server = new WebHost(asked -> Reply.status(404));
    private TestHub<DeclaredSettings> hub;

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1.1, text/xml; charset=utf-8", "1.2, application/soap+xml; charset=utf-8; action=\"urn:pa/Lay\""})
    void callsTheOperation(String version, String type) throws Exception {
        server.answer(asked -> Reply.xml(envelope("<item>a</item><item>b</item>")));
        start("version: '" + version + "'\nwsSecurity: { usernameToken: { user: ioc, password: '{{key}}' } }\n"
                + "watermark: { start: '2026-03-01', overlap: 1h }\n");
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a", "b"));

        Asked asked = server.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("Content-Type")).isEqualTo(type);
        assertThat(asked.header("SOAPAction")).isEqualTo(version.equals("1.1") ? "\"urn:pa/Lay\"" : "null");
        assertThat(asked.body())
                .contains("<tu>2026-02-28T17:00:00Z</tu><den>2026-03-02T01:00:00Z</den>")
                .contains("<ma>a&lt;b&gt; &amp; &quot;c&quot;</ma>")
                .contains("<wsse:Username>ioc</wsse:Username>")
                .contains("#PasswordText\">m&lt;t&amp;kh&gt;u</wsse:Password>");
        assertThat(hub.taken().toString() + hub.checkpoint()).doesNotContain("m<t&kh>u", "m&lt;t");
    }

    @Test
    void readsPages() throws Exception {
        server.answer(asked -> Reply.xml(envelope(
                asked.body().contains("<trang>1</trang>")
                        ? "<item>a</item><item>b</item>"
                        : asked.body().contains("<trang>2</trang>") ? "<item>c</item>" : "")));
        start("paging: { page: {} }\n");
        patiently().untilAsserted(() -> assertThat(hub.timesUpToDate()).isPositive());
        assertThat(hub.codes()).containsExactly("a", "b", "c");
        assertThat(hub.taken()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"200", "500"})
    void saysWhatTheServiceSays(int status) throws Exception {
        server.answer(
                asked -> Reply.xml(envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Sai mã đơn"
                                + " vị</faultstring></soap:Fault>"))
                        .as(status));
        start("");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).vi()).contains("«Sai mã đơn vị»");
        assertThat(hub.taken()).isEmpty();
        server.answer(asked -> Reply.xml(envelope("<item>a</item>")));
        patiently().untilAsserted(() -> assertThat(hub.codes()).containsExactly("a"));
    }

    @Test
    void readsFaultsOfVersion12() throws Exception {
        server.answer(asked -> Reply.xml(
                        "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><e:Fault><e:Code>"
                                + "<e:Value>e:Sender</e:Value></e:Code><e:Reason><e:Text xml:lang=\"vi\">Hết phiên"
                                + "</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>")
                .as(400));
        start("version: '1.2'\n");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("Hết phiên");
    }

    @ParameterizedTest
    @CsvSource({"500, HTTP 500", "200, 'malformed or cut off'"})
    void whatIsNoSoapIsSaid(int status, String sentence) throws Exception {
        server.answer(asked -> Reply.xml("<oops").as(status));
        start("");
        patiently().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains(sentence);
        assertThat(hub.taken()).isEmpty();
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<soap:Header/><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private void start(String more) throws Exception {
        String yaml = "url: '{{url}}/dich-vu'\nevery: 50ms\nsoapAction: urn:pa/Lay\n" + more + BODY;
        hub = Rig.hub(
                Rig.fetch(new SoapFetches(), yaml, ELEMENTS, Rig.text("url"), Rig.secret("key"), Rig.text("code")),
                ELEMENTS);
        hub.start(Rig.settings("url", server.url(), "key", "secret:m<t&kh>u", "code", "a<b> & \"c\""), CLOCK);
    }
}
