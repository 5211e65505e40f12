package dari.admin.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.eligibility.SizeLimits.Industry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeLimitsTests {

    private static final long HUNDRED_MILLION = 100_000_000L;

    @Test
    void theLimitItselfStillBelongsToTheSmallerSize() {
        assertThat(size(50, 10)).isEqualTo(FirmSize.SMALL);
        assertThat(size(51, 10)).isEqualTo(FirmSize.MEDIUM);
        assertThat(size(800, 10)).isEqualTo(FirmSize.MEDIUM);
        assertThat(size(801, 10)).isEqualTo(FirmSize.MIDSIZE);
    }

    @Test
    void manyAssetsOrALargeGroupOutweighSales() {
        assertThat(size(1, 5_000)).isEqualTo(FirmSize.MIDSIZE);
        assertThat(SizeLimits.USUAL.of(Industry.INFORMATION, 0, 0, true)).isEqualTo(FirmSize.LARGE);
    }

    @Test
    void aCallKeepsItsOwnLimitsPerIndustry() {
        SizeLimits changed = SizeLimits.USUAL.with(
                Map.of(Industry.INFORMATION, new SizeLimits.Line(Industry.INFORMATION, 1, HUNDRED_MILLION)));
        assertThat(changed.of(Industry.INFORMATION, 2, 0, false)).isEqualTo(FirmSize.MEDIUM);
        assertThat(changed.of(Industry.MEDICINES, 2, 0, false)).isEqualTo(FirmSize.SMALL);
    }

    private static FirmSize size(long sales, long assets) {
        return SizeLimits.USUAL.of(Industry.INFORMATION, sales * HUNDRED_MILLION, assets * HUNDRED_MILLION, false);
    }
}
