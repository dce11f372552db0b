package org.iochub.routes.egovernment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.read.DatedArea;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 31);
    private static final long WHOLE = 1_000_000_000L;
    private static final AreaRegistry AREAS = AreaRegistry.builtIn();

    private static List<RollUp.Share> of(String authority, String code, LocalDate bornOn, LocalDate day) {
        AreaRef area = AREAS.require(code, bornOn);
        return new RollUp(AREAS, DatedArea.parse(authority, "area")).of(Optional.of(area), day);
    }

    private static RollUp.Share whole(String code) {
        return new RollUp.Share(code, WHOLE, Set.of());
    }

    @Test
    void anOldUnitHasItsOwnFiguresUntilItsLastDay() {
        assertThat(of("58", "22768", JUNE, JUNE)).containsExactlyInAnyOrder(whole("58"), whole("22768"), whole("582"));
    }

    @Test
    void aSplitUnitGivesEachHeirAShareAndSaysSo() {
        Set<String> split = Set.of("Phường Đông Hải (22768)");
        assertThat(of("58@2025-06-30;56", "22768", JUNE, JULY))
                .containsExactlyInAnyOrder(
                        // The province has the record for certain, whichever commune it belongs to.
                        whole("56"),
                        new RollUp.Share("22780", WHOLE / 2, split),
                        new RollUp.Share("22888", WHOLE / 2, split));
    }

    @Test
    void aWholeUnitGoesToItsOneHeir() {
        // An Xuân is in Phường Tam Kỳ now, in another province.
        assertThat(of("48", "20347", JUNE, JULY)).containsExactlyInAnyOrder(whole("48"), whole("20341"));
    }

    @Test
    void aDistrictHasNoHeirButWhatItLayIn() {
        assertThat(of("48", "502", JUNE, JULY)).containsExactly(whole("48"));
        assertThat(of("51", "534", JUNE, JULY)).containsExactly(whole("51"));
    }

    @Test
    void aReusedCodeIsTheUnitOfItsTime() {
        // 21439 was Phường Nguyễn Nghiêm and is Phường Đức Phổ.
        List<RollUp.Share> old = of("51", "21439", JUNE, JULY);
        List<RollUp.Share> now = of("51", "21439", JULY, JULY);

        assertThat(now).containsExactlyInAnyOrder(whole("51"), whole("21439"));
        assertThat(old).contains(whole("51")).hasSize(2);
    }

    @Test
    void anAuthorityThatEndedHasNoFiguresOfItsOwnButItsUnitsHaveHeirs() {
        assertThat(of("582", "22768", JUNE, JULY))
                .extracting(RollUp.Share::code)
                .containsExactlyInAnyOrder("22780", "22888");
    }

    @Test
    void whatLiesElsewhereOrNowhereCountsForTheAuthorityAlone() {
        assertThat(of("51", "20347", JUNE, JUNE)).containsExactly(whole("51"));
        assertThat(new RollUp(AREAS, DatedArea.parse("51", "area")).of(Optional.empty(), JULY))
                .containsExactly(whole("51"));
    }

    @Test
    void sharesOfAThirdAddUpToAWhole() {
        Fraction third = Fraction.WHOLE.over(3);

        assertThat(third.plus(third).plus(third).whole()).isTrue();
        assertThat(third.plus(third).whole()).isFalse();
        assertThat(third.billionths()).isEqualTo(333_333_333L);
    }
}
