package dari.provisioner.profile;

import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.release.Distribution;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * The column of the person table that an attacker would most like to learn, by what a profile shows: a sensitive code, else a column
 * whose name speaks of illness, outcome or means.
 *
 * @param column with two to fifty values that are shown
 */
record Secret(Profile.Column column) {

    private static final Pattern TELLING = Pattern.compile(
            ".*(diagn|disease|condition|morbid|cancer|hiv|psych|mental|pregnan|smok|alcohol|drug|mortal|outcome|readmi|relapse|surviv"
                    + "|stage|severity|grade|status|result|income|salary|debt|insur|class|target|label).*"
                    + "|.*(진단|질환|상병|병명|암|정신|임신|흡연|음주|예후|재입원|병기|중증|결과|소득|급여|보험|판정).*");

    private static final int MOST_VALUES = 50;

    /** By so much the attack must beat guessing on the raw table to be believed, 0.1 and what related columns take of it. */
    private static final double POWER = 0.15;

    /** By so much it may beat guessing on the release, less than the 0.05 at which a release is held. */
    private static final double LEFT = 0.03;

    private static final int DRAWS = 2000;

    /** @param known what the attacker knows already */
    static Optional<Secret> of(Profile.Table persons, Collection<Profile.Column> known) {
        List<Profile.Column> possible = persons.columns().stream()
                .filter(column -> !known.contains(column))
                .filter(column -> column.role() == ProposedRole.SENSITIVE
                        || (column.role() == ProposedRole.OTHER && isTelling(column)))
                .filter(column -> column.distribution().kind() == Distribution.Kind.VALUES
                        && column.distribution().cells().size() > 1
                        && Knowledge.different(column) <= MOST_VALUES)
                .toList();
        return possible.stream()
                .min(Comparator.comparing((Profile.Column column) -> column.role() != ProposedRole.SENSITIVE)
                        .thenComparing(
                                Comparator.comparingDouble(Knowledge::bits).reversed()))
                .map(Secret::new);
    }

    private static boolean isTelling(Profile.Column column) {
        return TELLING.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Whether an attack on it can be expected to succeed on the raw table and to fail on classes of k persons. A small class has a most
     * frequent value of its own, by chance: who guesses it is right more often than about strangers, and the release would be held for
     * what k alone cannot prevent.
     *
     * @param named share of persons whom the attacker's knowledge names in the raw table
     */
    boolean isTestable(double named, int k) {
        double[] values = Knowledge.probabilities(column);
        double most = 0;
        for (double p : values) {
            most = Math.max(most, p);
        }
        return named * (1 - most) >= POWER && mostFrequent(values, k) - most <= LEFT;
    }

    /** Expected share of the most frequent value among k persons. */
    private static double mostFrequent(double[] values, int k) {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] counts = new int[values.length];
            int most = 0;
            for (int person = 0; person < k; person++) {
                most = Math.max(most, ++counts[Knowledge.drawnIndex(values, random.nextDouble())]);
            }
            sum += (double) most / k;
        }
        return sum / DRAWS;
    }
}
