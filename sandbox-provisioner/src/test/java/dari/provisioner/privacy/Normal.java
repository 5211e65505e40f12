package dari.provisioner.privacy;

/** The normal distribution function, accurate in its tails. */
final class Normal {

    private Normal() {}

    static double below(double x) {
        double half = ChiSquare.upperGamma(0.5, x * x / 2) / 2;
        return x == 0 ? 0.5 : x < 0 ? half : 1 - half;
    }
}
