package dari.matching.dense.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts what is too long for a model into passages of nearly the same length. */
final class Passages {

    private Passages() {}

    /**
     * @param longest most pieces in one passage
     * @return at least one passage; together all pieces in their order
     */
    static List<int[]> of(int[] pieces, int longest) {
        int count = Math.max(1, (pieces.length + longest - 1) / longest);
        List<int[]> passages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) pieces.length * i / count);
            int to = (int) ((long) pieces.length * (i + 1) / count);
            passages.add(Arrays.copyOfRange(pieces, from, to));
        }
        return passages;
    }
}
