package org.iochub.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.iochub.model.FaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|VI|1234.5",
                "1.234|VI|1234",
                "1234,5|VI|1234.5",
                "1.234.567|VI|1234567",
                "-1.234,50|VI|-1234.50",
                "\u22121,5|VI|-1.5",
                "- 1,5|VI|-1.5",
                "+7|VI|7",
                "1 234 567,8|VI|1234567.8",
                "1\u00A0234,5|VI|1234.5",
                "1\u202F234|VI|1234",
                "0,001|VI|0.001",
                "1,234.5|EN|1234.5",
                "1.234|EN|1.234",
                "1,234|EN|1234",
                "1234567.89|EN|1234567.89",
            })
    void readsTheDeclaredStyle(String text, NumberStyle style, BigDecimal number) {
        assertThat(VietnameseNumbers.parse(text, style)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5|VI",
                "1.23|VI",
                "1.2345|VI",
                "12.34.567|VI",
                "1.234 567|VI",
                "1,5|EN",
                "1.234,5|EN",
                "1,23,456|EN",
                "1e5|EN",
                "---|VI",
                "N/A|VI",
                "''|VI",
                "12%|VI",
                ",5|VI",
                "5,|VI",
                "1.234,567.8|VI",
                "--5|VI",
            })
    void refusesAnotherStyle(String text, NumberStyle style) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> VietnameseNumbers.parse(text, style));
        assertThat(refused.fault().code()).isEqualTo("bad-number");
    }
}
