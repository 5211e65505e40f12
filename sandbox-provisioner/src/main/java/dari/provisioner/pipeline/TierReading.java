package dari.provisioner.pipeline;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Preparation;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Certificate;
import dari.provisioner.tier.TierAssessment;
import dari.provisioner.tier.TierFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off a run what its risk tier depends on. */
final class TierReading {

    /** Mean length from which a column of kept text is taken for prose and not for names of things. */
    private static final int PROSE_LENGTH = 60;

    private static final int PROSE_SPACES = 6;

    private TierReading() {}

    static TierAssessment of(DuckDb engine, ProvisioningRequest request, List<PlannedTable> tables) {
        Set<TierFacts.Content> contents = EnumSet.noneOf(TierFacts.Content.class);
        Preparation.SensitiveConditions conditions =
                request.recipe().preparation().conditions();
        if (conditions != null && conditions.rule() == Preparation.SensitiveConditions.Rule.ALLOW) {
            contents.add(TierFacts.Content.SENSITIVE_CONDITIONS);
        }
        if (tables.stream().anyMatch(table -> holdsProse(engine, table))) {
            contents.add(TierFacts.Content.UNSTRUCTURED);
        }
        return TierAssessment.of(new TierFacts(environment(request.delivery()), contents, Set.of()));
    }

    /** Hosting counts as controlled only where the caller's tier says that the hospital controls it. */
    static TierFacts.Environment environment(Certificate.@Nullable Delivery delivery) {
        if (delivery == null) {
            return TierFacts.Environment.UNSTATED;
        }
        boolean hosted = delivery.mode().equals("hosted") && !delivery.tier().equals("high");
        return delivery.mode().equals("in-place") || hosted
                ? TierFacts.Environment.CONTROLLED
                : TierFacts.Environment.UNCONTROLLED;
    }

    /** All columns in one reading of the released rows. */
    private static boolean holdsProse(DuckDb engine, PlannedTable table) {
        List<String> prose = table.columns().stream()
                .filter(column -> mayBeProse(column.recipe().treatment()))
                .map(column -> "CAST(" + Sql.name(column.name()) + " AS VARCHAR)")
                .map(text -> "(coalesce(avg(length(" + text + ")), 0) >= " + PROSE_LENGTH + " AND coalesce(avg(length("
                        + text + ") - length(replace(" + text + ", ' ', ''))), 0) >= " + PROSE_SPACES + ")")
                .toList();
        return !prose.isEmpty()
                && engine.number("SELECT CAST(" + String.join(" OR ", prose) + " AS INTEGER) FROM "
                                + ReleasedTables.relation(table))
                        == 1;
    }

    /** The others give numbers, dates, pseudonyms, labels of the model or one value. */
    private static boolean mayBeProse(Treatment treatment) {
        return treatment instanceof Treatment.Keep
                || treatment instanceof Treatment.Scrub
                || treatment instanceof Treatment.GroupRare
                || treatment instanceof Treatment.Generalise;
    }
}
