package dari.provisioner.scrub;

import java.util.Arrays;

/** Where the runs of digits of a text begin and end, found in one walk for all rules that look at numbers. Immutable. */
final class DigitRuns {

    private static final int USUAL = 64;

    private final int[] edges;

    private DigitRuns(int[] edges) {
        this.edges = edges;
    }

    /** @param text folded, so that its digits are those of ASCII */
    static DigitRuns of(String text) {
        int[] edges = new int[USUAL];
        int count = 0;
        boolean inside = false;
        for (int at = 0; at < text.length(); at++) {
            if (isDigit(text.charAt(at)) != inside) {
                inside = !inside;
                edges = count < edges.length ? edges : Arrays.copyOf(edges, 2 * count);
                edges[count++] = at;
            }
        }
        edges = Arrays.copyOf(edges, count + (count & 1));
        if (inside) {
            edges[count] = text.length();
        }
        return new DigitRuns(edges);
    }

    /** Where the digits that stand from here on end; the place itself if there is none. */
    static int endAt(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int count() {
        return edges.length / 2;
    }

    int start(int run) {
        return edges[2 * run];
    }

    int end(int run) {
        return edges[2 * run + 1];
    }

    int length(int run) {
        return end(run) - start(run);
    }
}
