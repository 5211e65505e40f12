package dari.provisioner.privacy;

/** Pearson's test of counts against probabilities. */
final class ChiSquare {

    private ChiSquare() {}

    /** The chance of counts at least this far from what is expected; cells expected below 10 are merged. */
    static double chance(long[] observed, double[] probabilities) {
        long total = 0;
        for (long count : observed) {
            total += count;
        }
        double statistic = 0;
        int cells = 0;
        double restExpected = 0;
        double restObserved = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = total * probabilities[i];
            if (expected < 10) {
                restExpected += expected;
                restObserved += observed[i];
            } else {
                statistic += square(observed[i] - expected) / expected;
                cells++;
            }
        }
        if (restExpected >= 1) {
            statistic += square(restObserved - restExpected) / restExpected;
            cells++;
        } else if (restObserved > 10) {
            return 0; // eleven events where less than one is expected: chance below 1e-8, and never by rounding
        }
        return upperGamma((cells - 1) / 2.0, statistic / 2);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Regularised upper incomplete gamma function Q(s, x); Numerical Recipes, section 6.2. */
    static double upperGamma(double s, double x) {
        double front = Math.exp(-x + s * Math.log(x) - logGamma(s));
        if (x < s + 1) {
            double term = 1 / s;
            double sum = term;
            for (int n = 1; n < 10_000 && term > sum * 1e-16; n++) {
                term *= x / (s + n);
                sum += term;
            }
            return 1 - sum * front;
        }
        double b = x + 1 - s;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - s);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * h;
    }

    /** Stirling's series after shifting the argument above 10. */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 10) {
            shift -= Math.log(y);
            y++;
        }
        return shift
                + (y - 0.5) * Math.log(y)
                - y
                + 0.5 * Math.log(2 * Math.PI)
                + 1 / (12 * y)
                - 1 / (360 * y * y * y)
                + 1 / (1260 * Math.pow(y, 5));
    }
}
