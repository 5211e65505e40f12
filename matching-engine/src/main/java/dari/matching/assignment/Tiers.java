package dari.matching.assignment;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list of wishes as everybody reads it, tier by tier, that is kept as one array: a list for every wish would lie all over
 * the memory, and reading millions of them would be waiting. Immutable, thread-safe.
 */
final class Tiers extends AbstractList<List<String>> implements RandomAccess {

    private final String[] ids;

    /** Behind the last id of each tier; null when every tier holds one. */
    private final int @Nullable [] ends;

    private Tiers(String[] ids, int @Nullable [] ends) {
        this.ids = ids;
        this.ends = ends;
    }

    /** The same wishes; the same object when they are kept so already. */
    static Tiers of(List<List<String>> tiers) {
        return tiers instanceof Tiers kept ? kept : copied(tiers);
    }

    private static Tiers copied(List<List<String>> tiers) {
        String[] ids = new String[tiers.size()];
        int[] ends = new int[tiers.size()];
        int next = 0;
        boolean tied = false;
        for (int tier = 0; tier < ends.length; tier++) {
            List<String> equal = tiers.get(tier);
            tied |= equal.size() != 1;
            if (next + equal.size() > ids.length) {
                ids = Arrays.copyOf(ids, 2 * (next + equal.size()));
            }
            for (String id : equal) {
                ids[next++] = Objects.requireNonNull(id);
            }
            ends[tier] = next;
        }
        return new Tiers(next == ids.length ? ids : Arrays.copyOf(ids, next), tied ? ends : null);
    }

    /** Every id as it stands there; not to be changed. */
    String[] ids() {
        return ids;
    }

    /** Whether the lottery has to order some. */
    boolean tied() {
        return ends != null;
    }

    @Override
    public List<String> get(int tier) {
        if (ends == null) {
            return List.of(ids[tier]);
        }
        return List.of(Arrays.copyOfRange(ids, tier == 0 ? 0 : ends[tier - 1], ends[tier]));
    }

    @Override
    public int size() {
        return ends == null ? ids.length : ends.length;
    }
}
