package org.iochub.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phường Đức Phổ|phuong duc pho",
                "ĐẮK GLEI|dak glei",
                "Phan Rang - Tháp Chàm|phan rang thap cham",
                "Phan Rang–Tháp Chàm|phan rang thap cham",
                "Phan  Rang\u00A0Tháp\u00A0Chàm |phan rang thap cham",
                "Ia H'Drai|ia hdrai",
                "Ia H’Drai|ia hdrai",
                "Phường 01|phuong 1",
                "Quận 10|quan 10",
                "''|''",
            })
    void looseKey(String text, String key) {
        assertThat(MatchKey.of(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Khánh Hòa, Khánh Hoà", "thúy, thuý", "KHỎE, khoẻ", "Thị xã, Thị Xã", "hòa-thuận, hoà thuận"})
    void tonePlacementAndCaseDoNotCount(String one, String other) {
        assertThat(MatchKey.accented(one)).isEqualTo(MatchKey.accented(other));
        assertThat(MatchKey.of(one)).isEqualTo(MatchKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Tịnh Khê, Tỉnh Khê", "Phổ, Phố", "Đa, Da", "ân, an"})
    void accentsCountInTheStrictKeyOnly(String one, String other) {
        assertThat(MatchKey.accented(one)).isNotEqualTo(MatchKey.accented(other));
        assertThat(MatchKey.of(one)).isEqualTo(MatchKey.of(other));
    }

    @Test
    void decomposedTextHasTheSameKeys() {
        assertThat(MatchKey.of("Pho\u0302\u0309")).isEqualTo("pho");
        assertThat(MatchKey.accented("Pho\u0302\u0309")).isEqualTo(MatchKey.accented("Phổ"));
    }
}
