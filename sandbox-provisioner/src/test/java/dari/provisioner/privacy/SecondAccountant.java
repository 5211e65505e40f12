package dari.provisioner.privacy;

/**
 * An accountant written apart from the one that ships: doubles, bisection on δ in place of a closed form, and the privacy loss of
 * the discrete Gaussian summed term by term. For tests.
 */
final class SecondAccountant {

    private SecondAccountant() {}

    /** The largest ρ with δ(ρ, ε) ≤ δ, by bisection. */
    static double rho(double epsilon, double delta) {
        double low = 0;
        double high = epsilon + 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (delta(middle, epsilon) <= delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** min over α of exp((α−1)(αρ−ε))/(α−1)·(1−1/α)^α, by bisection on the derivative of its logarithm. */
    static double delta(double rho, double epsilon) {
        double low = 1 + 1e-9;
        double high = (epsilon + 1) / (2 * rho) + 2;
        for (int i = 0; i < 300; i++) {
            double order = (low + high) / 2;
            double slope = (2 * order - 1) * rho - epsilon + Math.log1p(-1 / order);
            if (slope < 0) {
                low = order;
            } else {
                high = order;
            }
        }
        double order = (low + high) / 2;
        return Math.exp((order - 1) * (order * rho - epsilon) + order * Math.log1p(-1 / order)) / (order - 1);
    }

    /** δ of one discrete Gaussian answer that one unit shifts by an integer: Σ max(0, p(y) − e^ε·p(y − shift)). */
    static double discreteGaussianDelta(double sigma2, int shift, double epsilon) {
        int reach = (int) (14 * Math.sqrt(sigma2)) + 2 * shift + 20;
        double[] p = SamplersTests.discreteGaussian(sigma2, reach);
        double delta = 0;
        // beyond the reach both are far below a double's smallest step
        for (int i = shift; i < p.length; i++) {
            delta += Math.max(0, p[i - shift] - Math.exp(epsilon) * p[i]);
        }
        return delta;
    }

    /** Rényi divergence of order α between the discrete Gaussian and itself shifted. */
    static double discreteGaussianRenyi(double sigma2, int shift, double order) {
        int reach = (int) (20 * Math.sqrt(sigma2)) + (int) (2 * order * shift) + 20;
        double largest = Double.NEGATIVE_INFINITY;
        double[] logs = new double[2 * reach + 1];
        double normaliser = 0;
        for (int y = -reach; y <= reach; y++) {
            normaliser += Math.exp(-y * (double) y / (2 * sigma2));
            double shifted = y - (double) shift;
            logs[y + reach] = -(order * y * (double) y + (1 - order) * shifted * shifted) / (2 * sigma2);
            largest = Math.max(largest, logs[y + reach]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return (largest + Math.log(sum) - Math.log(normaliser)) / (order - 1);
    }
}
