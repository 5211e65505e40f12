package dari.matching.evaluation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Made-up unit vectors, where speed is measured without a model: the same text gets the same one. */
public final class GeneratedVectors {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("SplittableRandom");

    private GeneratedVectors() {}

    /** A random direction that depends on the text alone. */
    public static float[] of(String text, int dimensions) {
        RandomGenerator random = GENERATORS.create(text.hashCode());
        float[] vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * (double) vector[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
