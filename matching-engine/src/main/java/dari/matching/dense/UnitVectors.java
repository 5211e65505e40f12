package dari.matching.dense;

/** Arithmetic on vectors of length 1. */
public final class UnitVectors {

    private UnitVectors() {}

    /** The vector shrunk or stretched to length 1, in place; one without direction stays as it is. */
    public static float[] normalized(float[] vector) {
        double squares = dot(vector, vector);
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }

    /** Sum of the products; for unit vectors the cosine of the angle between them. */
    public static double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of " + a.length + " and " + b.length + " do not compare");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }

    /** Adds {@code weight} times the second to the first. */
    public static void add(float[] sum, float[] vector, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * vector[i]);
        }
    }
}
