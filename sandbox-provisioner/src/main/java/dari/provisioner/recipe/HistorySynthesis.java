package dari.provisioner.recipe;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What several tables of OMOP need to be synthesised together.
 *
 * @param from first day of the public period
 * @param to its last day
 * @param codes public concepts by table, in lower case
 * @param codesPerPerson distinct codes of one person and table that count in full
 * @param persons how many to invent; null for as many as the noise says there are
 * @param fhir whether the histories are written as FHIR resources as well
 */
public record HistorySynthesis(
        LocalDate from,
        LocalDate to,
        Map<String, Codes> codes,
        int codesPerPerson,
        @Nullable Integer persons,
        boolean fhir) {

    public HistorySynthesis {
        codes = Map.copyOf(codes);
    }

    /**
     * Concepts of one table.
     *
     * @param file a code list, or null when the recipe lists the concepts itself
     * @param concepts what the recipe lists
     * @param where file and line of it, for errors
     */
    public record Codes(@Nullable Path file, List<Long> concepts, String where) {
        public Codes {
            concepts = List.copyOf(concepts);
        }
    }
}
