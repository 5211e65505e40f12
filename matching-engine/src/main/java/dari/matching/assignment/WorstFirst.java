package dari.matching.assignment;

/** The ranks that a place holds, the worst on top: a binary heap of fixed capacity. */
final class WorstFirst {

    private final int[] ranks;
    private int size;

    WorstFirst(int capacity) {
        this.ranks = new int[capacity];
    }

    boolean isFull() {
        return size == ranks.length;
    }

    /** The worst rank held, -1 when nothing is. */
    int worst() {
        return size == 0 ? -1 : ranks[0];
    }

    /** Takes a rank; there must be room. */
    void add(int rank) {
        int at = size++;
        while (at > 0 && ranks[(at - 1) / 2] < rank) {
            ranks[at] = ranks[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        ranks[at] = rank;
    }

    /** Takes a rank in the worst one's stead and returns the one that has to go: itself when it is the worst. */
    int exchange(int rank) {
        if (size == 0 || ranks[0] < rank) {
            return rank;
        }
        int worst = ranks[0];
        sink(rank);
        return worst;
    }

    /** Lets the worst go and returns it; something must be held. */
    int removeWorst() {
        int worst = ranks[0];
        int last = ranks[--size];
        if (size > 0) {
            sink(last);
        }
        return worst;
    }

    /** Puts a rank where the top was and moves it down to where it belongs. */
    private void sink(int rank) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && ranks[child + 1] > ranks[child]) {
                child++;
            }
            if (ranks[child] <= rank) {
                break;
            }
            ranks[at] = ranks[child];
            at = child;
        }
        ranks[at] = rank;
    }
}
