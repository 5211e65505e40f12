package dari.provisioner.synthesize.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What noisy counts say of a table's codes. Arithmetic on paid answers: which codes stand out of the noise, and what becomes of
 * the others: together with their siblings they may stand out as their parent, else they are "other".
 *
 * @param counts estimated persons per position, 0 where the noise hides the code; parents hold what was brought together
 * @param deviation of the noise of one count, in persons
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Concepts(double[] counts, double deviation) {

    /** A code is believed beyond so many standard deviations: by chance once in 740 codes that nobody has. */
    private static final double BELIEVED = 3;

    /** @param noisy per position of the list and for other codes, in persons */
    static Concepts of(CodeList list, double[] noisy, double deviation) {
        double[] counts = new double[noisy.length];
        double[] rest = new double[noisy.length];
        int[] brought = new int[noisy.length];
        int other = list.size();
        for (int code = 0; code < other; code++) {
            if (noisy[code] > BELIEVED * deviation) {
                counts[code] = noisy[code];
            } else {
                int parent = list.parent(code);
                rest[parent] += noisy[code];
                brought[parent]++;
            }
        }
        for (int parent = 0; parent < other; parent++) {
            if (rest[parent] > BELIEVED * deviation * Math.sqrt(Math.max(1, brought[parent]))) {
                counts[parent] += rest[parent];
            } else {
                rest[other] += rest[parent];
                brought[other] += brought[parent];
            }
        }
        double others = noisy[other] + rest[other];
        if (others > BELIEVED * deviation * Math.sqrt(brought[other] + 1.0)) {
            counts[other] = others;
        }
        return new Concepts(counts, deviation);
    }

    /** Codes that at least so many persons have, the most frequent first; other codes are never among them. */
    List<Integer> frequent(double least, int most) {
        List<Integer> codes = new ArrayList<>(IntStream.range(0, counts.length - 1)
                .filter(code -> counts[code] > 0 && counts[code] >= least)
                .boxed()
                .toList());
        codes.sort(Comparator.comparingDouble(code -> -counts[code]));
        return List.copyOf(codes.subList(0, Math.min(most, codes.size())));
    }
}
