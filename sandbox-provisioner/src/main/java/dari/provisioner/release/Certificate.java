package dari.provisioner.release;

import dari.provisioner.Words;
import dari.provisioner.tier.TierAssessment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board member reads about a release ({@code certificate.json}): what was asked, what was measured, what is covered
 * and what is not.
 *
 * @param certificate version of this shape, 1
 * @param tool name and version of this program
 * @param goal as in the recipe
 * @param recipeHash canonical hash of the recipe (see {@code RecipeHash})
 * @param recipeTextHash SHA-256 of the recipe file's bytes
 * @param columnsCovered {@code table.column} of the quasi-identifiers that k was counted over
 * @param columnsNotCovered {@code table.column} of every other released column
 * @param gate outcome of the assessment
 * @param tests the attacks with both controls
 * @param delivery how the release is handed over, when the caller knows it
 * @param approvedBy who approved the recipe and the run, when the caller knows it
 * @param epsilon differential-privacy budget spent, null for de-identification
 * @param tier risk tier with its reasons; null in certificates of earlier versions
 * @param synthesis what the epsilon is about, null for de-identification
 * @param limits what this release does not protect against, in words
 * @param exclusionsAsOf day of the list of patients who asked to be left out, whom this release leaves out; null when no list was
 *     named. How many they are it does not say: two certificates would tell of one patient's request
 */
public record Certificate(
        int certificate,
        String tool,
        Instant madeAt,
        String goal,
        @Nullable String standard,
        String recipeHash,
        String recipeTextHash,
        Guarantee guarantee,
        List<String> columnsCovered,
        List<String> columnsNotCovered,
        List<TableFacts> tables,
        Assessment.Gate gate,
        List<Assessment.AttackResult> tests,
        @Nullable Delivery delivery,
        List<Approval> approvedBy,
        @Nullable Double epsilon,
        @Nullable TierAssessment tier,
        @Nullable Synthesis synthesis,
        List<Words> limits,
        @Nullable LocalDate exclusionsAsOf) {

    public Certificate {
        columnsCovered = List.copyOf(columnsCovered);
        columnsNotCovered = List.copyOf(columnsNotCovered);
        tables = List.copyOf(tables);
        tests = List.copyOf(tests);
        approvedBy = List.copyOf(approvedBy);
        limits = List.copyOf(limits);
    }

    /**
     * What was asked of the person table and what a naive recount of the released files found.
     *
     * @param kAsked 0 when the recipe asks for no k
     * @param kMeasured persons in the smallest class of the released files
     * @param recoding {@code local} or {@code global}
     * @param diversity the conditions beside k in words, or null
     * @param conditions the same with what the recount measured
     * @param classes how many classes there are and how large; null without quasi-identifiers
     * @param suppressionLimit largest share of persons that may be left out
     * @param personsReleased persons in the released person table
     * @param personsSuppressed persons left out to reach k
     * @param personsHeldOut persons withheld for the assessment
     */
    public record Guarantee(
            int kAsked,
            int kMeasured,
            @Nullable String recoding,
            @Nullable String diversity,
            List<Condition> conditions,
            @Nullable Classes classes,
            double suppressionLimit,
            long personsReleased,
            long personsSuppressed,
            long personsHeldOut) {
        public Guarantee {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A condition beside k.
     *
     * @param model for example {@code distinct l}, {@code ordered t}, {@code k-map}
     * @param column the sensitive column it speaks of, or null
     * @param asked of every class: at least so much of l, k-map and least presence, at most so much of t and most presence
     * @param measured in the class where it is hardest
     */
    public record Condition(String model, @Nullable String column, double asked, double measured, boolean holds) {

        /** The model with its column. */
        public String label() {
            return column == null ? model : model + " (" + column + ")";
        }
    }

    /**
     * The classes of equal quasi-identifiers in the released files.
     *
     * @param averageRows average class size
     * @param discernibility sum of the squared sizes (Bayardo, Agrawal, ICDE 2005), released rows only
     */
    public record Classes(long count, double averageRows, double discernibility) {}

    /**
     * @param rows rows released
     * @param rowsWithoutPerson source rows left out because they name no person of the person table
     * @param danglingReferences per referring column, released rows that point at a row which is not there
     */
    public record TableFacts(
            String table, long rows, int columns, long rowsWithoutPerson, List<Dangling> danglingReferences) {
        public TableFacts {
            danglingReferences = List.copyOf(danglingReferences);
        }
    }

    /** Rows of a column that point at nothing; tolerated and reported. */
    public record Dangling(String column, String refersTo, long rows) {}

    /**
     * @param mode {@code in-place}, {@code hosted} or {@code file}
     * @param tier {@code low}, {@code medium} or {@code high}
     */
    public record Delivery(String mode, String tier, boolean downloadAllowed) {}

    /**
     * The guarantee of an invented table: (ε, δ)-differential privacy of the release.
     *
     * @param epsilon ε, as decimal text
     * @param delta δ, as decimal text
     * @param rho the same as an amount of zero-concentrated differential privacy, as decimal text: what the ledger holds
     * @param unit {@code row} or {@code person}: whose presence is hidden
     * @param rowsPerPerson rows of one person that counted at most
     * @param mechanism {@code mst} or {@code adaptive}
     * @param accountant name and version of the accounting
     * @param dataset account of the ledger that paid
     * @param population part of the dataset that the account is about
     * @param covers what the guarantee covers and what it does not
     * @param account where that account stood when this was made; null in certificates of earlier versions
     * @param distances how well the rows of one table follow what was paid for, per measured column; null for histories, and in
     *     certificates of earlier versions
     */
    public record Synthesis(
            String epsilon,
            String delta,
            String rho,
            String unit,
            int rowsPerPerson,
            String mechanism,
            String accountant,
            String dataset,
            String population,
            Words covers,
            @Nullable Account account,
            @Nullable List<Distance> distances) {
        public Synthesis {
            distances = distances == null ? null : List.copyOf(distances);
        }
    }

    /**
     * A budget, in zero-concentrated differential privacy, where amounts add up, and as the ε that this amounts to.
     *
     * @param limit what may ever be spent, as decimal text, like the others
     * @param spent what was spent, this release included
     * @param epsilonLimit ε of the limit
     * @param epsilonSpent ε of what was spent, rounded up
     */
    public record Account(String limit, String spent, String epsilonLimit, String epsilonSpent) {}

    /**
     * Shares of a column's values that differ: half the sum of the absolute differences, from 0 to 1. Both are computed from what was
     * paid for, never from the real rows; the distance to these is at most about the sum.
     *
     * @param released between the released rows and the paid counts as they were understood
     * @param noise what the noise of those counts is expected to change, at most
     */
    public record Distance(String column, double released, double noise) {}

    /** @param role for example steward or board member; never a patient's data */
    public record Approval(String who, String role, Instant at) {}
}
