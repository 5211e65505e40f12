package dari.provisioner.pipeline;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Preparation;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.tier.TierAssessment;
import dari.provisioner.tier.TierFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads off a run what its risk tier depends on. */
final class TierReading {

    /** Mean length from which a column of kept text is taken for prose and not for names of things. */
    private static final int PROSE_LENGTH = 60;

    private static final int PROSE_SPACES = 6;

    private TierReading() {}

    /** @param described the released tables, in the order of {@code tables} */
    static TierAssessment of(
            DuckDb engine, ProvisioningRequest request, List<PlannedTable> tables, List<Dictionary.Table> described) {
        Set<TierFacts.Content> contents = EnumSet.noneOf(TierFacts.Content.class);
        Preparation.SensitiveConditions conditions =
                request.recipe().preparation().conditions();
        if (conditions != null && conditions.rule() == Preparation.SensitiveConditions.Rule.ALLOW) {
            contents.add(TierFacts.Content.SENSITIVE_CONDITIONS);
        }
        if (IntStream.range(0, tables.size()).anyMatch(i -> holdsProse(engine, tables.get(i), described.get(i)))) {
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

    private static boolean holdsProse(DuckDb engine, PlannedTable table, Dictionary.Table described) {
        Set<String> texts = described.columns().stream()
                .filter(column -> column.type().equals(ColumnTypes.Type.TEXT.word()))
                .map(Dictionary.Column::name)
                .collect(Collectors.toSet());
        List<String> names = table.columns().stream()
                .filter(column -> mayBeProse(column.recipe().treatment()))
                .map(column -> column.name())
                .filter(texts::contains)
                .map(Sql::name)
                .toList();
        List<String> wide = reaching(engine, table, names, "length(%s)", PROSE_LENGTH);
        return !reaching(engine, table, wide, "length(%1$s) - length(replace(%1$s, ' ', ''))", PROSE_SPACES)
                .isEmpty();
    }

    /** The columns whose mean measure is at least so large, in one reading of the released rows. */
    private static List<String> reaching(
            DuckDb engine, PlannedTable table, List<String> names, String measure, int least) {
        List<String> reaching = new ArrayList<>();
        if (names.isEmpty()) {
            return reaching;
        }
        String means = names.stream()
                .map(name -> "avg(" + String.format(Locale.ROOT, measure, name) + ")")
                .collect(Collectors.joining(", "));
        engine.each("SELECT " + means + " FROM " + ReleasedTables.relation(table), row -> {
            for (int i = 0; i < names.size(); i++) {
                if (row.getDouble(i + 1) >= least) { // 0 where every value is missing
                    reaching.add(names.get(i));
                }
            }
            return reaching;
        });
        return reaching;
    }

    /** The others give numbers, dates, pseudonyms, labels of the model or one value. */
    private static boolean mayBeProse(Treatment treatment) {
        return treatment instanceof Treatment.Keep
                || treatment instanceof Treatment.Scrub
                || treatment instanceof Treatment.GroupRare
                || treatment instanceof Treatment.Generalise;
    }
}
