package dari.provisioner.synthesize;

/** Codes of a column brought together in groups. Immutable. */
final class Grouping {

    private final int[] groupOf;
    private final int groups;

    private Grouping(int[] groupOf, int groups) {
        this.groupOf = groupOf;
        this.groups = groups;
    }

    /** @param groupOf per code its group; groups are numbered from 0 without a gap */
    static Grouping of(int[] groupOf) {
        int groups = 0;
        for (int group : groupOf) {
            groups = Math.max(groups, group + 1);
        }
        return new Grouping(groupOf.clone(), groups);
    }

    /** Every code for itself. */
    static Grouping fine(int codes) {
        int[] own = new int[codes];
        for (int code = 0; code < codes; code++) {
            own[code] = code;
        }
        return new Grouping(own, codes);
    }

    int codes() {
        return groupOf.length;
    }

    int groups() {
        return groups;
    }

    int groupOf(int code) {
        return groupOf[code];
    }

    /** Sums a histogram over codes into one over groups. */
    double[] sum(double[] overCodes) {
        double[] sums = new double[groups];
        for (int code = 0; code < groupOf.length; code++) {
            sums[groupOf[code]] += overCodes[code];
        }
        return sums;
    }
}
