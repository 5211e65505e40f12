package dari.admin.eligibility;

import java.util.List;
import java.util.Map;

/**
 * Up to which figures a firm is small or medium, by its industry. Figures change by decree: a call keeps those it was
 * opened with, and its office can change them before.
 *
 * @param assetsWon with total assets of so much or more a firm is neither small nor medium
 * @param byIndustry one line for each industry
 */
public record SizeLimits(long assetsWon, List<Line> byIndustry) {

    private static final long HUNDRED_MILLION = 100_000_000L;

    /**
     * What a call starts from: average sales of three years after the Framework Act on Small and Medium Enterprises, its
     * decree's tables 1 (medium) and 3 (small), as they stood before the revision of September 2025. The law is checked by
     * the office, not by us.
     */
    public static final SizeLimits USUAL = new SizeLimits(
            5_000 * HUNDRED_MILLION,
            List.of(
                    line(Industry.INFORMATION, 50, 800),
                    line(Industry.MEDICAL_DEVICES, 80, 800),
                    line(Industry.MEDICINES, 120, 800),
                    line(Industry.RESEARCH, 30, 600),
                    line(Industry.HEALTH, 10, 600),
                    line(Industry.TRADE, 50, 1_000)));

    /** What the firm mainly does. */
    public enum Industry {
        INFORMATION,
        MEDICAL_DEVICES,
        MEDICINES,
        RESEARCH,
        HEALTH,
        TRADE
    }

    /** @param smallWon the most that a small firm sells in a year, on average of three */
    public record Line(Industry industry, long smallWon, long mediumWon) {}

    public SizeLimits {
        byIndustry = List.copyOf(byIndustry);
    }

    /** The size that the figures mean. A firm of a large group is large, whatever it sells. */
    public FirmSize of(Industry industry, long salesWon, long totalAssetsWon, boolean ofLargeGroup) {
        if (ofLargeGroup) {
            return FirmSize.LARGE;
        }
        Line limit = line(industry);
        if (totalAssetsWon >= assetsWon || salesWon > limit.mediumWon()) {
            return FirmSize.MIDSIZE;
        }
        return salesWon > limit.smallWon() ? FirmSize.MEDIUM : FirmSize.SMALL;
    }

    public Line line(Industry industry) {
        return byIndustry.stream()
                .filter(line -> line.industry() == industry)
                .findFirst()
                .orElseGet(() -> USUAL.line(industry));
    }

    /** The same with other figures, in hundred million won, where they are given. */
    public SizeLimits with(Map<Industry, Line> changed) {
        return new SizeLimits(
                assetsWon,
                byIndustry.stream()
                        .map(line -> changed.getOrDefault(line.industry(), line))
                        .toList());
    }

    private static Line line(Industry industry, long small, long medium) {
        return new Line(industry, small * HUNDRED_MILLION, medium * HUNDRED_MILLION);
    }
}
