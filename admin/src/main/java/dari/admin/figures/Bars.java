package dari.admin.figures;

import java.util.List;

/** A chart whose bars stand in the table that says the same; drawn by {@code fragments/chart}. */
public record Bars(List<Bar> bars) {

    private static final double WHOLE = 100;

    /** @param percent length in percent of the longest bar */
    public record Bar(String label, long count, double percent) {}

    /** A label and its number. */
    record Item(String label, long count) {}

    static Bars of(List<Item> items) {
        long longest = items.stream().mapToLong(Item::count).max().orElse(0);
        return new Bars(items.stream()
                .map(item -> new Bar(item.label(), item.count(), longest == 0 ? 0 : WHOLE * item.count() / longest))
                .toList());
    }
}
