package dari.provisioner.assess.synthetic;

import dari.provisioner.BadInput;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.history.FactRows;
import dari.provisioner.synthesize.history.Histories;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.HistoryFacts;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Attacks invented histories, one patient being one row of facts ({@link HistoryFacts}), with the attacks on rows. Bounded in time
 * and memory: of more persons than there is room for some are drawn by chance.
 */
public final class HistoryAttack {

    /** Real persons of each part, among whom 5,000 are attacked. */
    private static final int MOST_REAL = 50_000;

    /** More than real ones: whoever is copied into the release must not be lost by the draw. */
    static final int MOST_INVENTED = 200_000;

    private final HistoryFacts facts;
    private final List<int[]> secrets;
    private final SplittableRandom random;
    private final FactRows originals;
    private final FactRows controls;
    private final FactRows invented;

    /**
     * Reads the real persons twice.
     *
     * @param used whom the release was made from
     * @param withheld persons of the same population who were not used
     * @param secret the column of OMOP that is guessed, or null for another one each time
     * @param where file and line that name the secret
     * @param seed of the choice of persons; nothing secret hangs on it
     */
    public HistoryAttack(
            HistoryDomain domain,
            Histories used,
            Histories withheld,
            @Nullable String secret,
            String where,
            long seed) {
        this.facts = HistoryFacts.of(domain, reader -> {
            used.each(reader);
            withheld.each(reader);
        });
        this.secrets = secrets(facts.secrets(), secret, where);
        this.random = new SplittableRandom(seed);
        this.originals = rows(used, MOST_REAL);
        this.controls = rows(withheld, MOST_REAL);
        this.invented = new FactRows(facts, MOST_INVENTED, random.split());
    }

    /** @throws BadInput when there is no such thing to guess; reads no person */
    public static void check(HistoryDomain domain, @Nullable String secret, String where) {
        secrets(HistoryFacts.of(domain, reader -> {}).secrets(), secret, where);
    }

    private static List<int[]> secrets(Map<String, List<Integer>> all, @Nullable String secret, String where) {
        List<int[]> columns = all.entrySet().stream()
                .filter(e -> secret == null || e.getKey().equalsIgnoreCase(secret))
                .map(e -> e.getValue().stream().mapToInt(Integer::intValue).toArray())
                .toList();
        if (columns.isEmpty()) {
            throw new BadInput(
                    where,
                    "attack.secret names nothing that can be guessed of a history",
                    "known are " + List.copyOf(all.keySet()));
        }
        return columns;
    }

    private FactRows rows(Histories histories, int most) {
        FactRows rows = new FactRows(facts, most, random.split());
        histories.each(rows);
        return rows;
    }

    /** Takes the invented persons one by one. */
    public Consumer<History> invented() {
        return invented;
    }

    /** Persons of each part who can be attacked, the fewer of both. */
    public long persons() {
        return Math.min(originals.seen(), controls.seen());
    }

    /** Each attack beside both its controls; none where there are too few persons. */
    public List<Assessment.AttackResult> run(boolean measuresTree) {
        if (originals.seen() == 0 || controls.seen() < 2) {
            return List.of();
        }
        return new SyntheticAttacks(
                        BitRows.of(originals.table()),
                        BitRows.of(controls.table()),
                        BitRows.of(invented.table()),
                        random.nextLong())
                .run(secrets, facts.measured(), measuresTree);
    }
}
