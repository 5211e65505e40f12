package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Knows all columns but one, and those that would tell it, and guesses that one as most of the nearest rows of the release have it. What a model of the
 * population can guess is no leak: persons who were withheld are guessed as well, and against the fresh rows the same guess is
 * made by a model that saw real persons, but none of the targets.
 *
 * @param secrets columns that are hidden together, of which the first is guessed; each time others
 */
record AttributeGuess(List<int[]> secrets) implements RowAttack {

    @Override
    public String name() {
        return "attribute-inference";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.inference",
                "공격자가 한 항목을 제외한 모든 값을 알고 그 항목을 추정합니다",
                "The attacker knows all columns but one and guesses that one");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        int[] hidden = secrets.get(random.nextInt(secrets.size()));
        int guessed = hidden[0];
        int[] known = IntStream.range(0, target.record().length)
                .filter(column -> Arrays.stream(hidden).noneMatch(h -> h == column))
                .toArray();
        long[] nearest = loot.release().nearest(known, target.record());
        int[] votes = votes(loot.release(), guessed, nearest);
        int most = 0;
        int tied = 0;
        for (int vote : votes) {
            if (vote > most) {
                most = vote;
                tied = 0;
            }
            tied += vote == most ? 1 : 0;
        }
        return most > 0 && votes[target.record()[guessed]] == most ? 1.0 / tied : 0;
    }

    private static int[] votes(BitRows release, int column, long[] rows) {
        int[] votes = new int[release.size(column)];
        for (int w = 0; w < rows.length; w++) {
            for (long left = rows[w]; left != 0; left &= left - 1) {
                votes[release.code(column, (w << 6) + Long.numberOfTrailingZeros(left))]++;
            }
        }
        return votes;
    }
}
