package dari.provisioner.synthesize;

/** Columns joined without a circle (Kruskal's algorithm). */
final class Forest {

    private final int[] group;

    Forest(int columns) {
        group = new int[columns];
        for (int c = 0; c < columns; c++) {
            group[c] = c;
        }
    }

    boolean connected(int a, int b) {
        return group[a] == group[b];
    }

    void join(int a, int b) {
        int from = group[b];
        int to = group[a];
        for (int c = 0; c < group.length; c++) {
            if (group[c] == from) {
                group[c] = to;
            }
        }
    }
}
