package dari.provisioner.synthesize;

import java.util.List;

/**
 * Invented rows, and how well they follow the answers that were paid for.
 *
 * @param distances one per measured column, in the order of the table
 */
public record InventedTable(CodedTable rows, List<Distance> distances) {

    public InventedTable {
        distances = List.copyOf(distances);
    }

    /**
     * Half the L1 distance of shares, 0 to 1.
     *
     * @param column its place in the table
     * @param released between the rows and the paid histogram as it was understood
     * @param noise what the histogram's noise is expected to make at most
     */
    public record Distance(int column, double released, double noise) {}
}
