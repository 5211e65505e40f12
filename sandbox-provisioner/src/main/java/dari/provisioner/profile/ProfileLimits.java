package dari.provisioner.profile;

import dari.provisioner.Refused;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.release.Distribution;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every profile keeps that leaves a hospital; both sides of the way check it, whoever made it. */
public final class ProfileLimits {

    private static final int STEP = 10;
    private static final int MOST_CELLS = 1000;
    private static final Set<ProposedRole> WITHOUT_VALUES =
            EnumSet.of(ProposedRole.IDENTIFIER, ProposedRole.KEY, ProposedRole.FREE_TEXT);

    private ProfileLimits() {}

    /** @throws Refused naming table and column where a count is not rounded, too small, or values must not be shown */
    public static void require(Profile profile) {
        for (Profile.Table table : profile.tables()) {
            count(table.name() + " rows", table.rows(), false);
            count(table.name() + " persons", table.persons(), false);
            table.references()
                    .forEach(reference ->
                            count(table.name() + "." + reference.column() + " dangling", reference.dangling(), true));
            for (Profile.Column column : table.columns()) {
                column(table.name() + "." + column.name(), column);
            }
        }
    }

    private static void column(String where, Profile.Column column) {
        count(where + " missing", column.missing(), true);
        count(where + " distinct", column.distinct(), false);
        Distribution distribution = column.distribution();
        if (WITHOUT_VALUES.contains(column.role()) && distribution.kind() != Distribution.Kind.NONE) {
            throw new Refused(where + ": values of an identifier, key or free text are shown");
        }
        boolean cellsWithoutKind = distribution.kind() == Distribution.Kind.NONE
                && !distribution.cells().isEmpty();
        if (cellsWithoutKind || distribution.cells().size() > MOST_CELLS) {
            throw new Refused(where + ": the distribution has cells that do not belong there");
        }
        distribution.cells().forEach(cell -> count(where + " distribution", cell.count(), false));
        count(where + " other", distribution.otherCount(), true);
    }

    private static void count(String where, @Nullable Long count, boolean zeroIsFine) {
        boolean fine = count == null
                || (count % STEP == 0 && (count >= Distribution.SMALLEST_SHOWN || (zeroIsFine && count == 0)));
        if (!fine) {
            throw new Refused(where + ": a count is below 10 or not rounded to 10");
        }
    }
}
