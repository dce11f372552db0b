package org.iochub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMapTest {
    private final CodeMap<ApplicantKind> kinds =
            CodeMap.of("LoaiDoiTuong", Map.of("1", ApplicantKind.values()[0], "2", ApplicantKind.values()[1]));

    @Test
    void readsKnownCodes() {
        assertThat(kinds.require("1")).isEqualTo(ApplicantKind.values()[0]);
        assertThat(kinds.require(" 2 ")).isEqualTo(ApplicantKind.values()[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "", "1.0"})
    void neverGuesses(String code) {
        assertThat(kinds.find(code)).isEmpty();
        Fault fault = catchThrowableOfType(FaultException.class, () -> kinds.require(code))
                .fault();
        assertThat(fault.code()).isEqualTo("unknown-code");
        assertThat(fault.message().vi()).contains("«" + code + "»", "LoaiDoiTuong", "1, 2");
        assertThat(fault.message().en()).contains(code, "LoaiDoiTuong", "1, 2");
    }
}
