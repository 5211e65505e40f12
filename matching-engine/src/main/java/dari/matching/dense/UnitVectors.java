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
        // four sums side by side: one alone would wait for each addition before the next
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            one += a[i] * (double) b[i];
            two += a[i + 1] * (double) b[i + 1];
            three += a[i + 2] * (double) b[i + 2];
            four += a[i + 3] * (double) b[i + 3];
        }
        for (; i < a.length; i++) {
            one += a[i] * (double) b[i];
        }
        return one + two + (three + four);
    }

    /** Adds {@code weight} times the second to the first. */
    public static void add(float[] sum, float[] vector, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * vector[i]);
        }
    }
}
