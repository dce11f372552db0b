package org.iochub.feed.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.iochub.feed.internal.soap.SoapCalls.all;
import static org.iochub.feed.internal.soap.SoapCalls.envelope;
import static org.iochub.feed.internal.soap.SoapCalls.operation;
import static org.iochub.feed.internal.soap.SoapCalls.text;
import static org.iochub.feed.internal.testing.Face.READER;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.audit.AuditFilter;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SoapHttpTest {
    private static final String ALL = "<type>all</type>";
    private final Face face = new Face();
    private final SoapCalls soap = new SoapCalls(face);

    @AfterEach
    void stop() {
        face.close();
    }

    @Test
    void theDescriptionIsThereWithoutAKeyAndSaysWhereTheServiceIs() throws Exception {
        HttpResponse<String> wsdl = face.get("", "/soap/feed?wsdl");
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(wsdl.body()).contains("location=\"" + face.url() + "/soap/feed\"", "Mã phản ánh / Report code");
        assertThat(soap.schema()).isNotNull();
        assertThat(face.get("", "/soap/feed").statusCode()).isEqualTo(404);
        assertThat(face.send(face.request("", "/soap/feed").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aReaderThatFollowsTheCursorSeesEverythingOnce() throws Exception {
        IntStream.range(0, 25)
                .forEach(i -> face.log.append(i % 2 == 0 ? Sample.report("r" + i) : Sample.facility("f" + i, 100)));
        face.log.append(Sample.facility("f1", 100).deleted());
        List<String> seen = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            Element page = soap.call(READER, "readFeed", ALL + after + "<limit>10</limit>");
            all(page, "record").forEach(record -> seen.add(text(record, "id")));
            after = "<after>" + text(page, "next") + "</after>";
            more = Boolean.parseBoolean(text(page, "more"));
        }
        assertThat(seen).hasSize(26).doesNotHaveDuplicates();

        Element nothing = soap.call(READER, "readFeed", ALL + after);
        assertThat(all(nothing, "record")).isEmpty();
        face.log.append(Sample.facility("new", 100));
        Element news = soap.call(READER, "readFeed", ALL + "<after>" + text(nothing, "next") + "</after>");
        assertThat(text(news, "facilityCode")).isEqualTo("new");
        // The same cursor holds over HTTP: it is one log.
        assertThat(face.get(READER, "/api/v1/feeds/all?after=" + text(nothing, "next"))
                        .body())
                .contains("\"facilityCode\":\"new\"");
    }

    @Test
    void dataIsTypedXml() throws Exception {
        face.log.append(Sample.report("r1").in(Sample.area("86", "2025-07-01")));
        Element record = all(soap.call(READER, "readFeed", "<type>citizen-report</type>"), "record")
                .get(0);
        assertThat(text(record, "op")).isEqualTo("upsert");
        assertThat(text(record, "area")).isEqualTo("86");
        Element report = all(record, "citizenReport").get(0);
        assertThat(text(report, "serviceCode")).isEqualTo("rac-thai");
        assertThat(text(all(report, "location").get(0), "latitude")).isEqualTo("10.25369");
        // The request did not name its encoding.
        assertThat(text(report, "text")).contains("đường ngập; \"sâu\"");

        face.log.append(Sample.report("r1").deleted());
        List<Element> both = all(soap.call(READER, "readFeed", "<type>citizen-report</type>"), "record");
        assertThat(text(both.get(1), "op")).isEqualTo("delete");
        assertThat(all(both.get(1), "data")).isEmpty();
    }

    @Test
    void stateThenFeedAndOneRecord() throws Exception {
        IntStream.range(0, 12).forEach(i -> face.log.append(Sample.facility("f" + i, 100)));
        List<String> seen = new ArrayList<>();
        Element page = soap.call(READER, "readRecords", "<type>facility</type><limit>5</limit>");
        String feed = text(page, "feed");
        face.log.append(Sample.facility("late", 100));
        while (true) {
            all(page, "record").forEach(record -> seen.add(text(record, "subject")));
            if (text(page, "next").isEmpty()) {
                break;
            }
            page = soap.call(
                    READER,
                    "readRecords",
                    "<type>facility</type><after>" + text(page, "next") + "</after><limit>5</limit>");
        }
        assertThat(seen).hasSizeBetween(12, 13).doesNotHaveDuplicates();
        Element rest = soap.call(READER, "readFeed", "<type>facility</type><after>" + feed + "</after>");
        assertThat(text(rest, "facilityCode")).isEqualTo("late");

        Element one = soap.call(READER, "getRecord", "<type>facility</type><id>" + seen.get(0) + "</id>");
        assertThat(text(one, "subject")).isEqualTo(seen.get(0));
        Element types = soap.call(READER, "listTypes", "");
        assertThat(all(types, "name").stream().map(Element::getTextContent)).contains("dossier", "citizen-report");
    }

    @Test
    void theKeyComesInWhicheverWayTheClientKnows() throws Exception {
        String list = operation("listTypes", "");
        assertThat(soap.post("", envelope(SoapCalls.token(READER, "PasswordText"), list))
                        .statusCode())
                .isEqualTo(200);
        assertThat(soap.post(READER, envelope("", list)).statusCode()).isEqualTo(200);
        String basic = Base64.getEncoder().encodeToString(("ioc:" + READER).getBytes(StandardCharsets.UTF_8));
        assertThat(soap.post("", envelope("", list), "Authorization", "Basic " + basic)
                        .statusCode())
                .isEqualTo(200);

        refused(soap.post("", envelope("", list)), "Client", "unauthorized");
        refused(soap.post("", envelope(SoapCalls.token("wrong", "PasswordText"), list)), "Client", "unauthorized");
        HttpResponse<String> digest = soap.post("", envelope(SoapCalls.token("x", "PasswordDigest"), list));
        assertThat(refused(digest, "Client", "unauthorized")).contains("PasswordText");
        String old = "<w:Security xmlns:w=\"" + Soap.WSSE + "\"><u:Timestamp xmlns:u=\"" + Soap.WSU
                + "\"><u:Expires>2020-01-01T00:00:00Z</u:Expires></u:Timestamp></w:Security>";
        refused(soap.post(READER, envelope(old, list)), "Client", "message-expired");
    }

    @Test
    void personalDataFollowsTheKeyAndGrantsHold() throws Exception {
        face.log.append(Sample.report("r1"));
        face.log.append(Sample.facility("f1", 100).of("angiang"));
        String id = Sample.report("r1").id().value();
        for (PersonalLevel level : new PersonalLevel[] {PersonalLevel.NONE, PersonalLevel.MASKED}) {
            String key = face.key(Face.grants(level));
            for (String operation : new String[] {"readFeed", "readRecords"}) {
                String body =
                        soap.post(key, envelope("", operation(operation, ALL))).body();
                assertThat(body).contains("rac-thai").doesNotContain("0912345678", "a.jpg");
            }
            // Masked data is valid too.
            Element one = soap.call(key, "getRecord", "<type>citizen-report</type><id>" + id + "</id>");
            assertThat(one.getTextContent()).contains("rac-thai").doesNotContain("0912345678");
        }
        String angiang = face.key(new Grants(
                true,
                Optional.of(Set.of("facility", "citizen-report")),
                Optional.of(Set.of("angiang")),
                Optional.empty(),
                PersonalLevel.NONE,
                Set.of(),
                false));
        assertThat(all(soap.call(angiang, "readFeed", ALL), "record")).hasSize(1);
        refused(
                soap.post(
                        angiang,
                        envelope("", operation("getRecord", "<type>citizen-report</type><id>" + id + "</id>"))),
                "Client",
                "not-found");
        refused(soap.post(angiang, envelope("", operation("readFeed", "<type>dossier</type>"))), "Client", "forbidden");
        refused(
                soap.post(angiang, envelope("", operation("readFeed", ALL + "<tenant>vinhlong</tenant>"))),
                "Client",
                "forbidden");
    }

    @Test
    void mistakesAreFaultsThatSayWhatToDo() throws Exception {
        face.log.append(Sample.facility("f1", 100));
        for (String content : new String[] {
            ALL + "<limit>-1</limit>",
            ALL + "<limit>1000000000</limit>",
            ALL + "<limit>ten</limit>",
            ALL + "<area>nowhere</area>",
            ALL + "<since>yesterday</since>",
            ALL + "<major>0</major>",
            ALL + "<colour>red</colour>",
            ""
        }) {
            refused(soap.post(READER, envelope("", operation("readFeed", content))), "Client", "bad-parameter");
        }
        refused(
                soap.post(READER, envelope("", operation("readRecords", ALL + "<limit>10000</limit>"))),
                "Client",
                "bad-parameter");
        assertThat(refused(
                        soap.post(READER, envelope("", operation("readFeed", ALL + "<after>forged</after>"))),
                        "Client",
                        "bad-parameter"))
                .contains("next");
        refused(soap.post(READER, envelope("", operation("readFeed", "<type>nothing</type>"))), "Client", "not-found");
        refused(soap.post(READER, envelope("", operation("dropTables", ""))), "Client", "unknown-operation");
        refused(soap.post(READER, envelope("", "")), "Client", "bad-message");

        String next = text(soap.call(READER, "readFeed", ALL), "next");
        face.log.restoredTo(0, "e2");
        assertThat(refused(
                        soap.post(READER, envelope("", operation("readFeed", ALL + "<after>" + next + "</after>"))),
                        "Client",
                        "cursor-gone"))
                .contains("readRecords");
    }

    @Test
    void whatIsNoHonestMessageIsNotRead() throws Exception {
        String list = envelope("", operation("listTypes", ""));
        refused(soap.post(READER, "not xml"), "Client", "bad-message");
        refused(soap.post(READER, list.substring(0, list.length() - 30)), "Client", "bad-message");
        refused(soap.post(READER, ""), "Client", "bad-message");
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        refused(
                soap.post(READER, outside + envelope("", operation("readFeed", "<type>&e;</type>"))),
                "Client",
                "bad-message");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        refused(
                soap.post(READER, bomb + "]>" + envelope("", operation("readFeed", "<type>&a29;</type>"))),
                "Client",
                "bad-message");
        refused(
                soap.post(READER, envelope("", operation("readFeed", "<type>" + "x".repeat(400_000) + "</type>"))),
                "Client",
                "too-large");
        refused(soap.post(READER, envelope("", "<a>".repeat(20_000) + "</a>".repeat(20_000))), "Client", "bad-message");
        refused(
                soap.post(READER, list.replace(Soap.ENVELOPE, "http://www.w3.org/2003/05/soap-envelope")),
                "VersionMismatch",
                "bad-message");
        refused(
                soap.post(
                        READER,
                        envelope("<x:y s:mustUnderstand=\"1\" xmlns:x=\"urn:x\"/>", operation("listTypes", ""))),
                "MustUnderstand",
                "bad-message");
        // And it goes on serving.
        assertThat(soap.post(READER, list).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeysRateIsOneForAllDoors() throws Exception {
        String key = face.key(Face.grants(PersonalLevel.NONE).limitedTo(1));
        assertThat(face.get(key, "/api/v1/types").statusCode()).isEqualTo(200);
        refused(soap.post(key, envelope("", operation("listTypes", ""))), "Client", "rate-limit");
    }

    @Test
    void readingIsWrittenDown() throws Exception {
        face.log.append(Sample.facility("f1", 100));
        HttpResponse<String> read = face.send(face.request(READER, "/soap/feed", "X-Purpose", "weekly report")
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        envelope("", operation("readFeed", "<type>facility</type>")))));
        assertThat(read.statusCode()).isEqualTo(200);
        soap.post("nobody", envelope("", operation("readFeed", ALL)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(face.audit.list(AuditFilter.all(), Long.MAX_VALUE, 100))
                        .anySatisfy(entry -> {
                            assertThat(entry.event().action()).isEqualTo("soap:readFeed");
                            assertThat(entry.event().name()).isEqualTo("reader");
                            assertThat(entry.event().target()).isEqualTo("facility");
                            assertThat(entry.event().detail())
                                    .containsEntry("records", "1")
                                    .containsEntry("purpose", "weekly report")
                                    .containsEntry("personal", "full");
                        })
                        .anySatisfy(entry -> assertThat(entry.event().detail()).containsEntry("status", "401")));
    }

    /** @return the fault's sentence */
    private static String refused(HttpResponse<String> response, String faultCode, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        Element fault = SoapCalls.payload(response);
        assertThat(fault.getLocalName()).isEqualTo("Fault");
        assertThat(text(fault, "faultcode")).as(response.body()).endsWith(":" + faultCode);
        assertThat(text(fault, "code")).as(response.body()).isEqualTo(code);
        assertThat(text(fault, "vi")).isNotEmpty();
        assertThat(text(fault, "faultstring")).contains(text(fault, "vi"), text(fault, "en"));
        assertThat(response.body()).doesNotContain("Exception", "org.apache", "woodstox", "\tat ");
        return text(fault, "en");
    }
}
