package dari.provisioner.synthesize.source;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.omop.OmopHistories;
import dari.provisioner.omop.OmopModel;
import dari.provisioner.recipe.HistorySynthesis;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The histories that a recipe is about: what is public of them, and where a source holds them. */
public final class RecipeHistories {

    private static final String PERSON_KEY = "person_id";

    private RecipeHistories() {}

    /**
     * @param secret decides which contacts of a person count
     * @throws BadInput when the source lacks a table or a column
     */
    public static OmopHistories of(
            DuckDb engine, SourceDirectory source, Recipe recipe, HistoryDomain domain, byte[] secret) {
        return OmopHistories.load(engine, source, domain, name -> place(recipe, name), secret);
    }

    /**
     * Of a release: there the model's own column names the person, whatever the source calls it.
     *
     * @throws BadInput when the release lacks a table or a column
     */
    public static OmopHistories released(DuckDb engine, SourceDirectory release, Recipe recipe, HistoryDomain domain) {
        return OmopHistories.load(
                engine,
                release,
                domain,
                name -> new OmopHistories.Place(PERSON_KEY, place(recipe, name).where()),
                new byte[1]);
    }

    private static OmopHistories.Place place(Recipe recipe, String name) {
        TableRecipe table = recipe.table(name).orElseThrow(() -> new IllegalStateException(name + " is not listed"));
        String key = table.personKey();
        return new OmopHistories.Place(key == null ? PERSON_KEY : key, table.where());
    }

    /** @throws BadInput when the person table's domain or a code list cannot be read or does not fit; reads no row */
    public static HistoryDomain domain(Recipe recipe, Synthesis synthesis, HistorySynthesis history) {
        Domain person = Domain.read(synthesis.domain());
        TableRecipe table = recipe.tables().get(0);
        OmopModel model = OmopModel.named(String.valueOf(recipe.standard()))
                .orElseThrow(() -> new IllegalStateException("the reader checked the standard"));
        List<ColumnDomain> columns = new ArrayList<>();
        for (ColumnDomain column : person.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            boolean key = name.equals(PERSON_KEY) || name.equalsIgnoreCase(table.personKey());
            if (key || !model.has("person", name)) {
                throw new BadInput(
                        synthesis.domain() + " " + column.name(),
                        key ? "names the person" : "is no column of " + model.standard() + "'s person table",
                        "remove it");
            }
            columns.add(column);
        }
        HistoryDomain domain = new HistoryDomain(
                new Period(history.from(), history.to()),
                columns,
                codes(history, "visit_occurrence"),
                clinical(history));
        if (domain.birth() < 0) {
            throw new BadInput(
                    synthesis.domain().toString(),
                    "has no " + HistoryDomain.BIRTH,
                    "add it, for example {\"min\": 1900, \"max\": 2024, \"bins\": 25}");
        }
        if (!(columns.get(domain.birth()) instanceof ColumnDomain.Bins bins && bins.whole())) {
            throw new BadInput(
                    synthesis.domain() + " " + HistoryDomain.BIRTH,
                    "is not given by whole bounds",
                    "write for example {\"min\": 1900, \"max\": 2024, \"bins\": 25}");
        }
        return domain.with(DeclaredRules.of(synthesis.constraints(), domain));
    }

    private static Map<ClinicalTable, CodeList> clinical(HistorySynthesis history) {
        Map<ClinicalTable, CodeList> codes = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : ClinicalTable.values()) {
            if (history.codes().containsKey(table.table())) {
                codes.put(table, codes(history, table.table()));
            }
        }
        return codes;
    }

    private static CodeList codes(HistorySynthesis history, String table) {
        HistorySynthesis.Codes codes = history.codes().get(table);
        if (codes == null) {
            throw new IllegalStateException("the reader checked that " + table + " has codes");
        }
        return codes.file() == null
                ? CodeList.of(
                        codes.concepts().stream()
                                .map(id -> new CodeList.Concept(id, null, null, 0))
                                .toList(),
                        codes.where())
                : CodeList.read(codes.file());
    }
}
