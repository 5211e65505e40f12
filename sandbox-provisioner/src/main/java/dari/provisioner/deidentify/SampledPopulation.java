package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;

/**
 * k-map without a population file: the source is taken for a random sample of a population of a stated size. Given that n of
 * its persons are in a class, the population's number F in it is negative binomial with the sampling fraction (Benedetti,
 * Franconi: "Statistical and technological solutions for controlled data dissemination", NTTS 1998), so P(F &lt; k) =
 * P(Binomial(k - 1, fraction) ≥ n). The least n for which that is at most 1 - confidence is asked as k-anonymity.
 */
public final class SampledPopulation {

    private SampledPopulation() {}

    /** The model with k raised to what k-map needs, and k-map itself kept only where a file can be counted. */
    public static PrivacyModel resolved(PrivacyModel model, long sample) {
        PrivacyModel.KMap map = model.kMap();
        if (map == null || map.population() != null) {
            return model;
        }
        return model.withK(Math.max(model.k(), leastInSample(map, sample))).withKMap(null);
    }

    /** @param sample persons of the source */
    public static int leastInSample(PrivacyModel.KMap map, long sample) {
        double fraction = Math.min(1, (double) sample / map.persons());
        for (int n = 1; n < map.k(); n++) {
            if (atLeast(n, map.k() - 1, fraction) <= 1 - map.confidence()) {
                return n;
            }
        }
        return map.k();
    }

    /** P(Binomial(trials, p) ≥ n), summed from its upper end in logarithms. */
    private static double atLeast(int n, int trials, double p) {
        if (p >= 1) {
            return n <= trials ? 1 : 0;
        }
        double sum = 0;
        double logChoose = 0;
        for (int i = trials; i >= n; i--) {
            sum += Math.exp(logChoose + i * Math.log(p) + (trials - i) * Math.log1p(-p));
            logChoose += Math.log(i) - Math.log(trials - i + 1.0);
        }
        return sum;
    }
}
