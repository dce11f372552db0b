package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.iochub.api.Sector;
import org.iochub.api.SettingKey;
import org.iochub.api.Transport;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.declarative.Waiver;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredCompilerTest {
    @Test
    void aFileBecomesASource() {
        DeclaredSource source = Sources.good(Sources.reports());
        assertThat(source.id()).isEqualTo("ward-reports");
        assertThat(source.version()).isEqualTo("1.2.0");
        assertThat(source.freshness()).contains(Duration.ofDays(1));
        assertThat(source.waivers())
                .containsExactly(new Waiver("older-version", "The ward's system keeps no history."));
        assertThat(source.instance())
                .contains(new DefaultInstance(
                        "duc-pho-reports",
                        Map.of(
                                "adapter",
                                "ward-reports",
                                "tenant",
                                "duc-pho",
                                "token",
                                "env:WARD_TOKEN",
                                "pageSize",
                                "50")));
        assertThat(source.adapter().descriptor()).satisfies(descriptor -> {
            assertThat(descriptor.sector()).isEqualTo(Sector.CITIZEN_REPORTS);
            assertThat(descriptor.title().vi()).isEqualTo("Phản ánh phường");
            assertThat(descriptor.recordTypes()).isEqualTo(List.of(RecordTypes.CITIZEN_REPORT));
            assertThat(descriptor.transport()).isEqualTo(Transport.PUSH);
            assertThat(descriptor.settings().keys())
                    .extracting(SettingKey::name, SettingKey::kind, SettingKey::required)
                    .containsExactly(
                            tuple("ward", SettingKey.Kind.TEXT, false),
                            tuple("pageSize", SettingKey.Kind.INTEGER, false),
                            tuple("token", SettingKey.Kind.SECRET, false));
        });
    }

    /** Each row changes one thing: what is replaced, by what, the key named, the line, and a part of the sentence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "source: ward-reports|source: Ward_Reports|source|2|for example: opening-hours",
                "source: ward-reports|sorce: ward-reports|sorce|2|perhaps «source» is meant",
                "version: 1.2.0|version: 1.2|version|3|in double quotes",
                "version: 1.2.0|version: v1|version|3|for example: 1.0.0",
                "sector: citizen-reports|sector: citizen-report|sector|4|perhaps «citizen-reports» is meant",
                "title: { vi: Phản ánh phường, en: Ward reports }|title: Phản ánh|title|5|keys indented below",
                "title: { vi: Phản ánh phường, en: Ward reports }|title: { vi: Phản ánh }|title|5|«en» is missing",
                "freshness: 1d|freshness: 1 day|freshness|11|for example: 30s",
                "numbers: iso|numbers: vn|numbers|12|perhaps",
                "type: integer|type: int|settings.pageSize.type|16|use one of",
                "default: 100|default: 5000|settings.pageSize.default|16|from 1 to 1000",
                "default: 100|defualt: 100|settings.pageSize.defualt|16|perhaps «default» is meant",
                "type: secret|type: secret, min: 1|settings.token.min|17|integer only",
                "optional: true|optional: true, default: env:X|settings.token.default|17|do not go together",
                "pattern: `\"[0-9]{5}\"`|pattern: `\"[0-9\"`|settings.ward.pattern|15|",
                "  push: {}|  puhs: {}|from.puhs|20|perhaps «push» is meant",
                "  ndjson: {}|  ndjsonn: {}|format.ndjsonn|22|perhaps «ndjson» is meant",
                "  ndjson: {}|  ndjson: { record: x }|format.ndjson.record|22|There is no key «record»",
                "`\"2\": in-process`|`\"2\": in-proces`|codes.status.2|25|perhaps «in-process» is meant",
                "- type: citizen-report|- type: citizen-reports|map[0].type|32|perhaps «citizen-report» is meant",
                "requestedAt: date|requestdAt: date|map[0].fields.requestdAt|45|perhaps «requestedAt» is meant",
                "requestedAt: date|requestedAt: dat|map[0].fields.requestedAt|45|perhaps «date» is meant",
                "'dd/MM/yyyy HH:mm')\\n      updatedAt|'dd/mm/yyyy HH:mm')\\n      updatedAt|map[0].fields.requestedAt|45|no pattern",
                "kind: { constant: field }|kind: { constant: feild }|map[0].fields.kind.constant|37|perhaps «field» is meant",
                "kind: { constant: field }|kind: `\"'feild'\"`|map[0].fields.kind|37|perhaps «field» is meant",
                "kind: { constant: field }|kind: { constnt: field }|map[0].fields.kind.constnt|37|perhaps «constant» is meant",
                "code(TrangThai, 'status')|code(TrangThai, 'statu')|map[0].fields.status|41|perhaps «status» is meant",
                "'service', 'name'|'services', 'name'|map[0].fields.serviceName|39|perhaps «service» is meant",
                "latitude: ViDo|latitud: ViDo|map[0].fields.location.latitud|43|perhaps «latitude» is meant",
                "location: { latitude: ViDo, longitude: KinhDo }|location: ViDo|map[0].fields.location|43|keys indented",
                "each: Anh|eech: Anh|map[0].fields.mediaRefs.eech|48|perhaps «each» is meant",
                "rating: DanhGia|rating: { constant: many }|map[0].fields.rating.constant|47|",
                "when: not empty(MaPhanAnh)|when: not empty(MaPhanAnh|map[0].when|33|Wrong syntax",
                "when: not empty(MaPhanAnh)|when: `MaPhanAnh.isEmpty()`|map[0].when|33|no method call",
                "`op: \"DaXoa == true ? 'delete' : 'upsert'\"`|op: delte|map[0].op|34|perhaps «delete» is meant",
                "settings.ward|settings.wrad|map[0].area|50|perhaps «ward» is meant",
                "settings.ward|settings.token|map[0].area|50|is a secret",
                "tenant: duc-pho|tenat: duc-pho|instance.tenat|55|perhaps «tenant» is meant",
                "pageSize: 50|pageSize: many|instance.settings.pageSize|56|whole number from 1 to 1000",
                "pageSize: 50|pagesize: 50|instance.settings.pagesize|56|«pageSize»",
                "token: env:WARD_TOKEN|token: s3cret|instance.settings.token|56|never the secret itself",
                "check: older-version|chek: older-version|waivers[0].chek|58|perhaps «check» is meant"
            })
    void everyMistakeNamesItsLineItsKeyAndTheNearestChoice(
            String good, String bad, String key, int line, String sentence) {
        String yaml = Sources.reports();
        assertThat(yaml).contains(unescaped(good));
        List<Mistake> mistakes = Sources.wrong(yaml.replace(unescaped(good), unescaped(bad)));
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.key()).isEqualTo(key);
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.column()).isPositive();
            assertThat(mistake.text().en()).contains(sentence == null ? "" : sentence);
            assertThat(mistake.text().vi()).isNotEqualTo(mistake.text().en());
        });
    }

    private static String unescaped(String text) {
        return text.replace("`", "").replace("\\n", "\n");
    }

    @Test
    void aMistakeInAnExpressionNamesItsColumn() {
        Mistake mistake = Sources.wrong(Sources.reports().replace("text: NoiDung", "text: NoiDung + uper(x)"))
                .get(0);
        assertThat(mistake.line()).isEqualTo(40);
        assertThat(mistake.column()).isEqualTo("      text: NoiDung + ".length() + 1);
    }

    @Test
    void missingRequiredFieldsAreNamedTogether() {
        Mistake mistake = Sources.wrong(Sources.reports()
                        .replace("      reportCode: MaPhanAnh\n", "")
                        .replace("      sourceStatus: TrangThai\n", ""))
                .get(0);
        assertThat(mistake.key()).isEqualTo("map[0].fields");
        assertThat(mistake.text().en()).contains("reportCode, sourceStatus");
    }

    @Test
    void everythingIsFoundInOneGo() {
        List<Mistake> mistakes = Sources.wrong(Sources.reports()
                .replace("sector: citizen-reports", "sector: citizens")
                .replace("default: 100", "default: 0")
                .replace("requestedAt: date(", "requestedAt: dates(")
                .replace("areaByCode", "areaByCod")
                .replace("pageSize: 50", "pageSise: 50"));
        assertThat(mistakes)
                .extracting(Mistake::key)
                .containsExactly("sector", "settings.pageSize.default", "map[0].fields.requestedAt", "map[0].area");
        assertThat(mistakes).isSortedAccordingTo(Comparator.comparingInt(Mistake::line));
    }

    @Test
    void theSecretThatSomebodyWroteIsNotRepeated() {
        assertThat(Sources.wrong(Sources.reports().replace("token: env:WARD_TOKEN", "token: s3cret")))
                .allSatisfy(mistake -> assertThat(mistake.text().toString()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',",
        "'map: { a: 1 }',",
        "'complete: { a: 1 }',",
        "'codes: [1]',",
        "'settings: [1]',",
        "'[]',",
        "'a: [',1",
        "'just a text',",
        "'a: 1\na: 2',2",
        "'source: x',"
    })
    void whatIsNoSourceAtAllIsRefused(String yaml, Integer line) {
        List<Mistake> mistakes = Sources.wrong(yaml);
        assertThat(mistakes).isNotEmpty();
        if (line != null) {
            assertThat(mistakes.get(0).line()).isEqualTo(line);
        }
    }

    /** Broken in every way a hand can break it: cut off anywhere, a character changed anywhere. */
    @Test
    void noDamageMakesTheCompilerFail() {
        String yaml = Sources.reports();
        List<Compiled> results = new ArrayList<>();
        for (int at = 0; at < yaml.length(); at += 29) {
            results.add(Sources.compile(yaml.substring(0, at)));
            results.add(Sources.compile(yaml.substring(0, at) + ": [{'" + yaml.substring(at + 1)));
            results.add(Sources.compile(yaml.substring(0, at) + "~" + yaml.substring(at + 1)));
        }
        assertThat(results)
                .allSatisfy(result -> assertThat(result)
                        .satisfiesAnyOf(
                                good -> assertThat(good).isInstanceOf(Compiled.Good.class),
                                wrong -> assertThat(((Compiled.Wrong) wrong).mistakes())
                                        .isNotEmpty()));
    }
}
