package org.iochub.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.model.text.VietnameseText.Step.INVISIBLE_REMOVED;
import static org.iochub.model.text.VietnameseText.Step.MOJIBAKE_REPAIRED;
import static org.iochub.model.text.VietnameseText.Step.NFC_COMPOSED;
import static org.iochub.model.text.VietnameseText.Step.TCVN3_CONVERTED;
import static org.iochub.model.text.VietnameseText.Step.VNI_CONVERTED;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {
    private static VietnameseText.Result.Clean clean(String text) {
        return (VietnameseText.Result.Clean) VietnameseText.clean(text);
    }

    /** False repairs are worse than missed ones. */
    static final List<String> GOOD = List.of(
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Phường Đức Phổ, tỉnh Quảng Ngãi",
            "UBND XÃ",
            "“UBND XÃ”",
            "XÃ”",
            "xã hà",
            "và là phí",
            "xã",
            "«Hồ sơ một cửa»",
            "«xã»",
            "Hà Nam, Bà Rà, Mù Cà",
            "THÂN, TÂN, ÂU CÔ",
            "Ê a",
            "hoà thuý khoẻ",
            "oà oâ ơi",
            "Café Müller, Zürich",
            "naïve résumé café",
            "El Niño và La Niña",
            "São Paulo, Malmö, Tromsø, Curaçao, Ångström",
            "Le café était déjà fermé à Genève",
            "Où ça",
            "Straße, Größe, Fußgänger, Bürger",
            "Für die Bürger: schöne Grüße aus München",
            "España, año, mañana, señor",
            "25 °C, 5 µg/m³, 10 m², ±0,5, ½, 3×4",
            "© 2026 Công ty ABC®",
            "©",
            "®",
            "µ",
            "§",
            "Đ",
            "ô",
            "ñ",
            "§ 12, ¶ 3",
            "H48.15-260105-0001",
            "https://vi-du.vn/a?b=c&d=%C3%A1",
            "Kon Tum, Ia H'Drai, Đắk Glei, Ch'ơm, Krông Năng",
            "中文 日本語 한국어 Привет",
            "Ok 👍 cảm ơn",
            "Sao vậy?tại sao?không biết",
            "Ngày 05/01/2026 08:00",
            "a\u00A0b",
            "Trung tâm IOC (Intelligent Operations Centre) – Đà Nẵng",
            "PM2,5: 35 µg/Nm³",
            "Hân hạnh, lâm sàng, hành chính công",
            "Lê Á, Lý Ô, Hồ É",
            "xuân hè, ông bà, cá bò, à ê ô",
            "Xin cho biết hàng hoá nào có khuyến mãi");

    @ParameterizedTest
    @FieldSource("GOOD")
    void leavesGoodTextAlone(String text) {
        assertThat(clean(text)).isEqualTo(new VietnameseText.Result.Clean(text, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Céng hßa x· héi chñ nghÜa ViÖt Nam|Cộng hòa xã hội chủ nghĩa Việt Nam",
                "§éc lËp - Tù do - H¹nh phóc|Độc lập - Tự do - Hạnh phúc",
                "Ninh B×nh|Ninh Bình",
                "Qu¶ng Ng·i|Quảng Ngãi",
                "UBND TØNH QU¶NG NG·I|UBND TỈNH QUẢNG NGÃI",
                "S\u00ADu tÇm ®Êt ®ai|Sưu tầm đất đai",
            })
    void convertsTcvn3(String text, String meant) {
        assertThat(clean(text)).isEqualTo(new VietnameseText.Result.Clean(meant, List.of(TCVN3_CONVERTED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xin chaøo caùc baïn|Xin chào các bạn",
                "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam|Cộng hòa xã hội chủ nghĩa Việt Nam",
                "Ñoäc laäp - Töï do - Haïnh phuùc|Độc lập - Tự do - Hạnh phúc",
                "Quaûng Ngaõi|Quảng Ngãi",
                "THAØNH PHOÁ ÑAØ NAÜNG|THÀNH PHỐ ĐÀ NẴNG",
            })
    void convertsVni(String text, String meant) {
        assertThat(clean(text)).isEqualTo(new VietnameseText.Result.Clean(meant, List.of(VNI_CONVERTED)));
    }

    private static final List<String> SENTENCES = List.of(
            "Đề nghị các sở, ban, ngành khẩn trương triển khai thực hiện nội dung đã thống nhất",
            "Giải quyết thủ tục hành chính liên thông giữa cấp tỉnh và cấp xã trong thời hạn ba ngày làm việc",
            "Người dân phản ánh đèn đường hỏng trước cổng trường tiểu học, rất nguy hiểm vào buổi tối",
            "Nước thải chưa qua xử lý chảy ra kênh, bốc mùi khó chịu, ảnh hưởng đời sống bà con quanh vùng");

    static List<String> sentences() {
        return SENTENCES;
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void mendsWholeSentencesInEachEncoding(String sentence) {
        assertThat(clean(encode(sentence, tcvn3())))
                .isEqualTo(new VietnameseText.Result.Clean(sentence, List.of(TCVN3_CONVERTED)));
        assertThat(clean(encode(sentence, vni())))
                .isEqualTo(new VietnameseText.Result.Clean(sentence, List.of(VNI_CONVERTED)));
        byte[] utf8 = sentence.getBytes(StandardCharsets.UTF_8);
        assertThat(clean(new String(utf8, StandardCharsets.ISO_8859_1)))
                .isEqualTo(new VietnameseText.Result.Clean(sentence, List.of(MOJIBAKE_REPAIRED)));
        assertThat(clean(Normalizer.normalize(sentence, Normalizer.Form.NFD)))
                .isEqualTo(new VietnameseText.Result.Clean(sentence, List.of(NFC_COMPOSED)));
        byte[] old = encode(sentence, tcvn3()).getBytes(StandardCharsets.UTF_8);
        assertThat(clean(new String(old, StandardCharsets.ISO_8859_1)))
                .as("wrong twice")
                .isEqualTo(new VietnameseText.Result.Clean(sentence, List.of(MOJIBAKE_REPAIRED, TCVN3_CONVERTED)));
    }

    private static String encode(String text, Map<String, String> table) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            String letter = Character.toString(c);
            assertThat(c < 0x80 || table.containsKey(letter)).as(letter).isTrue();
            out.append(table.getOrDefault(letter, letter));
        });
        return out.toString();
    }

    private static Map<String, String> tcvn3() {
        Map<String, String> table = new HashMap<>();
        for (char c = 0xA1; c <= 0xFE; c++) {
            if (Tcvn3.maps(c)) {
                table.put(LegacyEncoding.TCVN3.decode(Character.toString(c)).orElseThrow(), Character.toString(c));
            }
        }
        return table;
    }

    private static Map<String, String> vni() {
        Map<String, String> table = new HashMap<>();
        for (char base : "aeouyiôöñæóòîíìAEOUYIÔÖÑ".toCharArray()) {
            String one = Character.toString(base);
            LegacyEncoding.VNI.decode(one).ifPresent(letter -> table.put(letter, one));
            for (char mark : "ùøûõïâáàåãäêéèúüë".toCharArray()) {
                LegacyEncoding.VNI
                        .decode(one + mark)
                        .filter(letter -> letter.length() == 1)
                        .ifPresent(letter -> table.putIfAbsent(letter, one + mark));
            }
        }
        return table;
    }

    @Test
    void bothTablesHaveEveryLetter() {
        String letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        assertThat(letters).hasSize(67);
        assertThat(tcvn3().keySet()).contains(letters.split(""));
        assertThat(vni().keySet()).contains(letters.split(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quảng Ngãi", "Đà Nẵng", "Tỉnh Khánh Hòa", "Phường Đức Phổ", "donât – “x”"})
    void repairsUtf8ReadAsWindows1252(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // Where windows-1252 has no character, programs pass the byte on.
        StringBuilder read = new StringBuilder();
        for (byte b : utf8) {
            String c = new String(new byte[] {b}, Charset.forName("windows-1252"));
            read.append(c.equals("\uFFFD") ? Character.toString(b & 0xFF) : c);
        }
        assertThat(clean(read.toString())).isEqualTo(new VietnameseText.Result.Clean(text, List.of(MOJIBAKE_REPAIRED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"donâ€™t|don’t", "25Â°C|25°C", "10 mÂ²|10 m²", "Ngã tÆ°|Ngã tÆ°", "NgÃ£ tÆ°|Ngã tư"})
    void repairsOnlyWhatRoundTrips(String text, String meant) {
        assertThat(clean(text).text()).isEqualTo(meant);
    }

    @Test
    void composesWhatTheOfficialListDecomposes() {
        assertThat(clean("Qu\u1EA3ng Tr\u0069\u0323"))
                .isEqualTo(new VietnameseText.Result.Clean("Quảng Trị", List.of(NFC_COMPOSED)));
        assertThat(clean("Hu\u00EA\u0301")).isEqualTo(new VietnameseText.Result.Clean("Huế", List.of(NFC_COMPOSED)));
    }

    @Test
    void takesOutWhatNobodySees() {
        assertThat(clean("\uFEFFĐức\u200B Phổ\u0000"))
                .isEqualTo(new VietnameseText.Result.Clean("Đức Phổ", List.of(INVISIBLE_REMOVED)));
        assertThat(clean("a\tb\r\nc\u0001").text()).isEqualTo("a\tb\r\nc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ph\uFFFD\uFFFDng Đức Phổ|broken-text",
                "Đức \uD83D Phổ|broken-text",
                "Nghiïn cûáu - Trao àöíi kinh nghiïåm phaát triïín nöng thön|unknown-encoding",
            })
    void refusesWhatCannotBeMended(String text, String code) {
        VietnameseText.Result result = VietnameseText.clean(text);
        assertThat(result)
                .isInstanceOfSatisfying(
                        VietnameseText.Result.Refused.class,
                        refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "nghiêng, true",
        "Phổ, true",
        "quyết, true",
        "giếng, true",
        "gì, true",
        "uống, true",
        "ĐƯỜNG, true",
        "khuỷu, true",
        "yêu, true",
        "chệch, true",
        "ngoằn, true",
        "thuế, true",
        "thuý, true",
        "quà, true",
        "giá, true",
        "mùa, true",
        "xaõ, false",
        "caùc, false",
        "strength, false",
        "hồt, false",
        "fôn, false",
        "áà, false",
        "ngh, false",
        "đđ, false"
    })
    void knowsSyllables(String word, boolean syllable) {
        assertThat(Syllables.isSyllable(word)).isEqualTo(syllable);
    }
}
