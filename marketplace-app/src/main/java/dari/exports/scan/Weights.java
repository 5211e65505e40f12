package dari.exports.scan;

import java.util.List;
import java.util.Map;

/**
 * What a model's file holds, as far as its form says.
 *
 * @param tensors the shape of each
 * @param wholeNumbers the tensors among them whose values are whole numbers
 * @param texts names and remarks
 * @param findings what was noticed while reading
 */
record Weights(
        ExportForm form,
        Map<String, List<Long>> tensors,
        List<String> wholeNumbers,
        String texts,
        List<Finding> findings) {

    static long size(List<Long> shape) {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    long parameters() {
        return tensors.values().stream().mapToLong(Weights::size).sum();
    }
}
