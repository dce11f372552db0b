package org.iochub.routes.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Document;
import org.iochub.model.record.Document.Attachment;
import org.iochub.model.record.Document.ExchangeStatus;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsNormalizerTest {
    private static final Areas AREAS = AreaRegistry.builtIn();
    private static final String ID = "000.00.00.H48,2026/02/24,1295/UBND-KGVX";
    private static final String RECEIVED = "2026-02-24T09:16:00+07:00";
    private static final String DOCUMENT = fixture("document.xml");
    private static final String STATUS = fixture("status.xml");
    private static final String CONTENT = "eGlu\n        IGNow6Bv";

    private final Example example = Example.at(URI.create("http://localhost/"));

    @Test
    void readsAFullDocument() throws IOException {
        Change.Upsert<?> upsert = upsert(DOCUMENT);
        Document document = (Document) upsert.data();

        assertThat(document.documentId()).isEqualTo(ID);
        assertThat(document.otherIds()).containsExactly("00000042");
        assertThat(document.number()).contains("1295");
        assertThat(document.notation()).isEqualTo("UBND-KGVX");
        assertThat(document.date()).contains(LocalDate.of(2026, 2, 24));
        assertThat(document.typeCode()).contains("1");
        assertThat(document.subject()).startsWith("Về việc cung cấp dữ liệu");
        assertThat(document.fromOrg()).isEqualTo("000.00.00.H48");
        assertThat(document.toOrgs()).containsExactly("000.00.58.H48", "H48.51");
        assertThat(document.priority()).contains("2");
        assertThat(document.dueDate()).contains(LocalDate.of(2026, 3, 10));
        assertThat(document.receivedAt()).isEqualTo(OffsetDateTime.parse(RECEIVED));
        assertThat(document.attachments())
                .containsExactly(new Attachment(
                        "cong-van.txt",
                        Optional.of("text/plain"),
                        Optional.of(sha256("xin chào".getBytes(StandardCharsets.UTF_8))),
                        OptionalLong.of(9)));
        assertThat(upsert.version()).isEqualTo(VersionKey.at(Instant.parse("2026-02-24T02:16:00Z")));
        assertThat(upsert.area()).contains(new AreaRef("51", LocalDate.of(2025, 7, 1)));
        assertThat(upsert.notes()).isEmpty();
        assertThat(RecordValidator.of(RecordTypes.DOCUMENT).validate(document)).isEmpty();
        assertThat(document.toString()).doesNotContain("Người Ký", "Văn Thư", "0900");
    }

    @Test
    void aStatusBecomesAPartOfItsDocument() throws IOException {
        Change.Patch patch = (Change.Patch) one(STATUS);

        assertThat(patch.part()).isEqualTo("exchangeStatus");
        assertThat(patch.naturalKey()).containsExactly(ID);
        assertThat(patch.value())
                .isEqualTo(
                        new ExchangeStatus("000.00.58.H48", "03", OffsetDateTime.parse("2026-02-24T10:05:00+07:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04", "05", "06", "13", "15", "16"})
    void takesTheStatusesThatArePublished(String code) throws IOException {
        Change.Patch patch = (Change.Patch) one(STATUS.replace(">03<", ">" + code + "<"));
        assertThat(((ExchangeStatus) patch.value()).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07", "09", "14", "99", "3", "đã nhận"})
    void refusesStatusesThatNobodyKnows(String code) throws IOException {
        assertThat(outcome(one(STATUS.replace(">03<", ">" + code + "<")))).isEqualTo("unknown-code");
    }

    @Test
    void theStatusOfADocumentWithAUuidFindsIt() throws IOException {
        String uuid = "2f1c9f0e-7a64-4e0c-9a55-0d9f2f2b7c11";
        Document document = document(DOCUMENT.replace(ID, uuid));
        Change.Patch patch = (Change.Patch) one(STATUS.replace(ID, uuid));

        assertThat(document.documentId()).isEqualTo(ID);
        assertThat(document.otherIds()).containsExactly(uuid, "00000042");
        assertThat(patch.naturalKey()).containsExactly(ID);
    }

    @Test
    void aRecallIsAStatusOfItsSender() throws IOException {
        Change.Patch patch = (Change.Patch) one(DOCUMENT.replace("BussinessDocType>0<", "BussinessDocType>1<"));

        assertThat(patch.naturalKey()).containsExactly(ID);
        assertThat(patch.value())
                .isEqualTo(
                        new ExchangeStatus("000.00.00.H48", "13", OffsetDateTime.parse("2026-02-24T09:15:00+07:00")));
    }

    @ParameterizedTest
    @CsvSource({"2,good", "3,good", "N/A,good", "7,unknown-code"})
    void readsTheMisspeltTag(String type, String outcome) throws IOException {
        assertThat(outcome(one(DOCUMENT.replace("BussinessDocType>0<", "BussinessDocType>" + type + "<"))))
                .isEqualTo(outcome);
        assertThat(outcome(one(DOCUMENT.replace("BussinessDocType>0<", "BussinessDocType>" + type + "<")
                        .replace("Bussiness", "Business"))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/02/24,2026-02-24",
        "2026/02/24 09:15:00,2026-02-24",
        "24/02/2026,2026-02-24",
        "1771866000000,2026-02-24",
        "2026-02-24,2026-02-24"
    })
    void readsDatesInEveryShape(String text, LocalDate day) throws IOException {
        String other = DOCUMENT.replace(">2026/02/24<", ">" + text + "<");
        assertThat(document(other).date()).contains(day);
        // The envelope's date alone makes the id, whatever its shape.
        assertThat(document(other.replace(ID, "N/A")).documentId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/02/30", "31/02/2026", "24-thang-2", "99999999999999", "0026/02/24"})
    void refusesImpossibleDates(String text) throws IOException {
        assertThat(outcome(one(DOCUMENT.replace(">2026/02/24<", ">" + text + "<"))))
                .isEqualTo("impossible-date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "0", "", " ", "null", "n/a"})
    void takesWhatStandsForNothingAsNothing(String nothing) throws IOException {
        Document document = document(DOCUMENT.replace(">2026/03/10<", ">" + nothing + "<")
                .replace(">Công văn<", ">" + nothing + "<")
                .replace("Type>1<", "Type>" + nothing + "<")
                .replace(ID, nothing));
        assertThat(document.dueDate()).isEmpty();
        assertThat(document.typeCode()).isEmpty();
        assertThat(document.documentId()).isEqualTo(ID);
        assertThat(outcome(
                        one(DOCUMENT.replace(">Về việc cung cấp dữ liệu cho Trung tâm điều hành thông minh<", "><"))))
                .isEqualTo("missing-field");
    }

    @Test
    void zeroIsAPriority() throws IOException {
        assertThat(document(DOCUMENT.replace("Priority>2<", "Priority>0<")).priority())
                .contains("0");
    }

    @Test
    void aDocumentWithoutANumberKeepsWhatItsSenderCallsIt() throws IOException {
        String blank = DOCUMENT.replace(ID, "N/A").replace(">1295<", ">0<").replace("UBND-KGVX<", "UBND<");
        Document shared = document(blank.replace("DocumentId>N/A<", "DocumentId>000.00.00.H48,2026/02/24,/UBND<"));
        Document uuid = document(blank.replace("DocumentId>N/A<", "DocumentId>0d9f2f2b<"));

        assertThat(shared.number()).isEmpty();
        assertThat(shared.notation()).isEqualTo("UBND");
        assertThat(shared.documentId()).isEqualTo("00000042");
        assertThat(shared.otherIds()).containsExactly("000.00.00.H48,2026/02/24,/UBND");
        assertThat(uuid.documentId()).isEqualTo("0d9f2f2b");
        assertThat(codes(upsert(blank))).contains("number-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "1295,UBND-KGVX,1295,UBND-KGVX,1295/UBND-KGVX",
        "928,TB/TU,928,TB/TU,928-TB/TU",
        "928,-TB/TU,928,TB/TU,928-TB/TU",
        "928-TB/TU,N/A,928,TB/TU,928-TB/TU",
        "928,928-TB/TU,928,TB/TU,928-TB/TU",
        "483/QĐ-UBND,N/A,483,QĐ-UBND,483/QĐ-UBND",
        "02a,/QĐ-UBND,02a,QĐ-UBND,02a/QĐ-UBND",
        "59,2020/QH14,59,2020/QH14,59/2020/QH14",
        "N/A,UBND,,UBND,/UBND"
    })
    void readsNumbersOfEveryShape(String number, String notation, String readNumber, String readNotation, String text) {
        DocumentCode code =
                DocumentCode.of(Optional.of(number), Optional.of(notation)).orElseThrow();
        assertThat(code.number()).isEqualTo(Optional.ofNullable(readNumber));
        assertThat(code.notation()).isEqualTo(readNotation);
        assertThat(code.text()).isEqualTo(text);
        assertThat(DocumentCode.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void saysWhenIdAndEnvelopeDiffer() throws IOException {
        Change.Upsert<?> upsert = upsert(DOCUMENT.replace(">1295<", ">1296<"));
        assertThat(((Document) upsert.data()).documentId()).isEqualTo(ID);
        assertThat(codes(upsert)).containsExactly("document-id-mismatch");
    }

    @Test
    void mendsTextToNfc() throws IOException {
        String subject = "Về việc cung cấp dữ liệu cho Trung tâm điều hành thông minh";
        assertThat(document(DOCUMENT.replace(subject, Normalizer.normalize(subject, Normalizer.Form.NFD)))
                        .subject())
                .isEqualTo(subject);
        String broken = new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Change.Upsert<?> mended = upsert(DOCUMENT.replace(subject, broken));
        assertThat(((Document) mended.data()).subject()).isEqualTo(subject);
        assertThat(codes(mended)).contains("text-repaired");
    }

    @Test
    void unpacksAFileThatIsZippedForTheWay() throws IOException {
        byte[] content = "xin chào".repeat(1000).getBytes(StandardCharsets.UTF_8);
        for (byte[] packed : List.of(zip("cong-van.txt", content), gzip(content))) {
            Attachment attachment = attachment(DOCUMENT.replace(CONTENT, base64(packed)));
            assertThat(attachment.sha256()).contains(sha256(content));
            assertThat(attachment.bytes()).hasValue(content.length);
        }
        byte[] office = zip("word/document.xml", content);
        Attachment asItIs =
                attachment(DOCUMENT.replace(CONTENT, base64(office)).replace("cong-van.txt", "cong-van.docx"));
        assertThat(asItIs.sha256()).contains(sha256(office));
    }

    @Test
    void seesASignatureInTheEnvelopeOrInAFile() throws IOException {
        byte[] plain = ("%PDF-1.7 /ByteRang /B" + "x".repeat(20_000) + " %%EOF").getBytes(StandardCharsets.US_ASCII);
        byte[] signed =
                ("%PDF-1.7 " + "x".repeat(20_000) + "//ByteRange [0 1 2 3] %%EOF").getBytes(StandardCharsets.US_ASCII);
        byte[] noPdf = "Thế nào là /ByteRange?".getBytes(StandardCharsets.UTF_8);
        assertThat(document(DOCUMENT.replace(CONTENT, base64(plain))).digitallySigned())
                .contains(false);
        assertThat(document(DOCUMENT.replace(CONTENT, base64(noPdf))).digitallySigned())
                .contains(false);
        assertThat(document(DOCUMENT.replace(CONTENT, base64(signed))).digitallySigned())
                .contains(true);
        assertThat(document(DOCUMENT.replace(CONTENT, base64(zip("cong-van.pdf", signed))))
                        .digitallySigned())
                .contains(true);
        assertThat(document(DOCUMENT.replace(
                                "<edXML:TraceHeaderList>",
                                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/>"
                                        + "<SignatureValue>bWF1</SignatureValue></Signature><edXML:TraceHeaderList>"))
                        .digitallySigned())
                .contains(true);
    }

    @Test
    void cannotTellOfAFileThatDidNotCome() throws IOException {
        String without = DOCUMENT.replaceAll("(?s)<AttachmentEncoded>.*</AttachmentEncoded>", "");
        assertThat(document(without).digitallySigned()).isEmpty();
    }

    @Test
    void aZipThatBurstsIsNotUnpackedToItsEnd() throws IOException {
        Change.Upsert<?> upsert = upsert(DOCUMENT.replace(CONTENT, base64(zip("to.txt", new byte[64 << 20]))));
        Attachment attachment = ((Document) upsert.data()).attachments().get(0);
        assertThat(attachment.sha256()).isEmpty();
        assertThat(codes(upsert)).containsExactly("attachment-too-large");
    }

    @Test
    void aFileThatIsNoBase64IsNotedAndTheRestTaken() throws IOException {
        for (String broken : List.of("không phải base64", "eGlu*", "<b>eGlu</b>", "")) {
            Change.Upsert<?> upsert = upsert(DOCUMENT.replace(CONTENT, broken));
            assertThat(codes(upsert)).containsExactly("attachment-broken");
            assertThat(((Document) upsert.data()).attachments())
                    .singleElement()
                    .satisfies(attachment -> assertThat(attachment.name()).isEqualTo("cong-van.txt"));
        }
    }

    @Test
    void aFileThatDidNotComeAlongIsNoted() throws IOException {
        String without = DOCUMENT.replaceAll("(?s)<AttachmentEncoded>.*</AttachmentEncoded>", "");
        Change.Upsert<?> upsert = upsert(without);
        assertThat(codes(upsert)).containsExactly("attachment-missing");
        assertThat(((Document) upsert.data()).attachments().get(0).name()).isEqualTo("cong-van.txt");
    }

    @Test
    void anAttachmentLargerThanAnyTextIsReadPast() throws IOException {
        byte[] large = new byte[2 << 20];
        Attachment attachment = attachment(DOCUMENT.replace(CONTENT, base64(large)));
        assertThat(attachment.bytes()).hasValue(2 << 20);
        assertThat(attachment.sha256()).contains(sha256(large));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<edXML><b></edXML>|xml-malformed",
                "<!DOCTYPE edXML [<!ENTITY x 'y'>]><edXML>&x;</edXML>|xml-forbidden-dtd",
                "<html><body/></html>|not-edxml",
                "Xin chào|xml-malformed"
            })
    void refusesWhatIsNoEdxmlAsAWhole(String body, String code) {
        assertThatThrownBy(() -> one(body))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    @Test
    void refusesADocumentThatIsCutOffAndAnEnvelopeThatIsHuge() {
        assertThatThrownBy(() -> one(DOCUMENT.substring(0, DOCUMENT.length() / 2)))
                .hasMessageContaining("xml-malformed");
        assertThatThrownBy(() -> one(DOCUMENT.replace("Lưu: VT", "x".repeat(1_100_000))))
                .hasMessageContaining("envelope-too-large");
    }

    @Test
    void refusesANoticeOfADocumentThatCouldNotBeHad() {
        TestMessage notice = TestMessage.of("edoc/7", "{\"id\":\"7\"}").with(Arrival.NOT_HAD, "HTTP 404");
        assertThatThrownBy(() -> changes(notice)).hasMessageContaining("document-not-had");
    }

    @Test
    void aLaterMessageIsTheNewerVersionAndTheSameIsTheSame() throws IOException {
        Change.Upsert<?> first = upsert(DOCUMENT);
        Change.Upsert<?> corrected = (Change.Upsert<?>)
                changes(TestMessage.of("edoc", DOCUMENT.replace("BussinessDocType>0<", "BussinessDocType>2<"))
                                .with(Arrival.ID, "00000050")
                                .with(Arrival.RECEIVED, "2026-02-25T08:00:00+07:00"))
                        .get(0);

        assertThat(((Document) corrected.data()).documentId()).isEqualTo(((Document) first.data()).documentId());
        assertThat(corrected.version().order().getAsLong())
                .isGreaterThan(first.version().order().getAsLong());
        assertThat(upsert(DOCUMENT).data()).isEqualTo(first.data());
        assertThat(upsert(DOCUMENT).version()).isEqualTo(first.version());
    }

    @Test
    void placesADocumentInTheUnitOfItsDay() throws IOException {
        Change.Upsert<?> before = upsert(DOCUMENT.replace("2026/02/24<", "2024/02/24<"));
        assertThat(before.area())
                .hasValueSatisfying(area -> assertThat(area.code()).isEqualTo("534"));
    }

    private static String fixture(String name) {
        return new String(
                TestMessage.fixture(DocumentsNormalizerTest.class, "fixtures/" + name)
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcome(Change change) {
        return change instanceof Change.Refusal refusal ? refusal.fault().code() : "good";
    }

    private static List<String> codes(Change.Upsert<?> upsert) {
        return upsert.notes().stream().map(Fault::code).toList();
    }

    private Attachment attachment(String xml) throws IOException {
        return document(xml).attachments().get(0);
    }

    private Document document(String xml) throws IOException {
        return (Document) upsert(xml).data();
    }

    private Change.Upsert<?> upsert(String xml) throws IOException {
        return (Change.Upsert<?>) one(xml);
    }

    private Change one(String xml) throws IOException {
        List<Change> changes =
                changes(TestMessage.of("edoc", xml).with(Arrival.ID, "00000042").with(Arrival.RECEIVED, RECEIVED));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private List<Change> changes(TestMessage message) throws IOException {
        try (Stream<Change> changes =
                new DocumentsNormalizer(TestSource.of(example.settings(), AREAS)).normalize(message)) {
            return changes.toList();
        }
    }
}
