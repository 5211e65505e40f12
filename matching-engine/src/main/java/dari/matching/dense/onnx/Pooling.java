package dari.matching.dense.onnx;

/** How one vector is made of the vectors of a text's pieces. */
enum Pooling {
    /** The vector of the mark before the text. */
    CLS {
        @Override
        float[] of(float[][] pieces) {
            return pieces[0].clone();
        }
    },
    /** The mean over all pieces, marks included. */
    MEAN {
        @Override
        float[] of(float[][] pieces) {
            float[] mean = new float[pieces[0].length];
            for (float[] piece : pieces) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += piece[i] / pieces.length;
                }
            }
            return mean;
        }
    };

    abstract float[] of(float[][] pieces);
}
