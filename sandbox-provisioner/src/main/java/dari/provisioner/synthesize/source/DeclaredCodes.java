package dari.provisioner.synthesize.source;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.Constraint;
import dari.provisioner.synthesize.ColumnDomain;
import org.jspecify.annotations.Nullable;

/** Values that a recipe names of a column, in the codes of its public domain. */
public final class DeclaredCodes {

    private DeclaredCodes() {}

    /**
     * The codes that a part of a rule means.
     *
     * @throws BadInput when it names what the domain does not declare, or cuts an interval
     */
    public static boolean[] of(ColumnDomain column, Constraint.Part part) {
        boolean[] codes = new boolean[column.size()];
        if (part.isRange()) {
            int from = edge(column, part.min(), part.where(), false);
            int to = edge(column, part.max(), part.where(), true);
            if (from > to) {
                throw new BadInput(part.where(), "holds no value", "write min below max");
            }
            for (int code = from; code <= to; code++) {
                codes[code] = true;
            }
            return codes;
        }
        for (String value : part.listed()) {
            int code = value == null ? column.declared() + 1 : column.declaredCode(value);
            if (code == column.declared()) {
                throw new BadInput(
                        part.where(),
                        "'" + value + "' is not a declared value of " + column.name(),
                        "write a value of the domain, or null for a missing one");
            }
            if (value != null && (column.beginning(value) != code || column.ending(value) != code)) {
                throw new BadInput(
                        part.where(),
                        "names one number of " + column.name() + ", whose codes are intervals",
                        "write {min: …, max: …} along the edges of the intervals");
            }
            codes[code] = true;
        }
        return codes;
    }

    /** The code at one end of a range, which must end where a code does: a code is either in it or not. */
    private static int edge(ColumnDomain column, @Nullable String bound, String where, boolean upper) {
        if (bound == null) {
            return upper ? column.declared() - 1 : 0;
        }
        int code = column.declaredCode(bound);
        if (code == column.declared()) {
            throw new BadInput(
                    where,
                    "'" + bound + "' is not a declared value of " + column.name(),
                    "write bounds inside the domain");
        }
        int edge = upper ? column.ending(bound) : column.beginning(bound);
        if (edge < 0) {
            throw new BadInput(
                    where,
                    "'" + bound + "' lies inside the interval " + column.label(code) + " of " + column.name(),
                    "end the range where an interval ends, or choose other bins");
        }
        return edge;
    }
}
