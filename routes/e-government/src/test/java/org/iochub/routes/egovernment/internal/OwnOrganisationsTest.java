package org.iochub.routes.egovernment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnOrganisationsTest {
    @ParameterizedTest
    @CsvSource({
        "H48, H48, true",
        "H48, H48.15, true",
        "H48, 000.00.15.H48, true",
        "H48, H480.1, false",
        "H48, H49.15, false",
        "H48, 000.00.15.H49, false",
        "000.00.53.H48, 000.21.53.H48, true",
        "000.00.53.H48, 000.00.53.H48, true",
        "000.00.53.H48, 000.00.54.H48, false"
    })
    void thoseBelowAreItsOwn(String own, String organisation, boolean expected) {
        assertThat(new OwnOrganisations(List.of(own)).has(organisation)).isEqualTo(expected);
    }
}
