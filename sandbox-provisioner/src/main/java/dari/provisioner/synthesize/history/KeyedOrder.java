package dari.provisioner.synthesize.history;

import java.util.Arrays;

/**
 * Which of a person's items count. The order follows a hash keyed by the person, not dates or places in a file, and no other
 * person's items move it. Mixing: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
 */
final class KeyedOrder {

    private KeyedOrder() {}

    /**
     * The items that come first.
     *
     * @param order the person's key
     * @param purpose sets apart orders of one person
     * @param count items
     * @param most that count
     * @return ascending
     */
    static int[] first(long order, int purpose, int count, int most) {
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            // the item's number in the low bits makes places distinct and tells the item again
            places[i] = (mixed(mixed(order + purpose) + i) << Integer.SIZE) | i;
        }
        Arrays.sort(places);
        int[] items = new int[Math.min(count, most)];
        for (int i = 0; i < items.length; i++) {
            items[i] = (int) places[i];
        }
        Arrays.sort(items);
        return items;
    }

    /** A number from 0 to below 1 that follows from a person's key, see {@link #first}. */
    static double fraction(long order, int purpose) {
        return (mixed(mixed(order + purpose)) >>> 11) * 0x1p-53;
    }

    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
