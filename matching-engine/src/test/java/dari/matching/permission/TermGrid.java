package dari.matching.permission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The grid over which rule sets are compared: every combination of the primary fields and of methods development on both
 * sides, each unset, true or false; and, over a smaller base, every value of every other field on one side or both.
 */
public final class TermGrid {

    public static final DiseaseHierarchy DISEASES =
            new DiseaseHierarchy(Map.of("cancer", List.of(), "lung", List.of("cancer"), "flu", List.of()));

    private static final List<Term> FLAGS =
            List.of(Term.GENERAL_USE, Term.HMB_RESEARCH, Term.POPULATION_ORIGINS_ANCESTRY, Term.METHODS_RESEARCH);

    private static final List<List<String>> LISTS =
            List.of(List.of(), List.of("cancer"), List.of("lung"), List.of("flu", "lung"), List.of("unheard-of"));

    private static final List<UseTerms> BASES = List.of(
            UseTerms.NONE,
            UseTerms.NONE.with(Term.GENERAL_USE, true),
            UseTerms.NONE.with(Term.HMB_RESEARCH, true),
            UseTerms.NONE.with(Term.POPULATION_ORIGINS_ANCESTRY, true),
            UseTerms.NONE.with(Term.METHODS_RESEARCH, true),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("cancer")),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("lung")),
            UseTerms.NONE.with(Term.HMB_RESEARCH, true).with(Term.DISEASE_RESTRICTIONS, List.of("lung")));

    private TermGrid() {}

    /** Every pair; those with least said come first. */
    public static void forEach(BiConsumer<@Nullable UseTerms, UseTerms> check) {
        for (UseTerms base : BASES) {
            check.accept(null, base);
        }
        for (UseTerms dataset : BASES) {
            for (UseTerms purpose : BASES) {
                for (Term term : Term.values()) {
                    for (UseTerms given : varied(dataset, term)) {
                        varied(purpose, term).forEach(wanted -> check.accept(given, wanted));
                    }
                }
            }
        }
        List<UseTerms> primaries = primaries();
        for (UseTerms dataset : primaries) {
            for (UseTerms purpose : primaries) {
                check.accept(dataset, purpose);
            }
        }
    }

    private static List<UseTerms> primaries() {
        List<UseTerms> all = new ArrayList<>();
        LISTS.forEach(
                list -> all.add(list.isEmpty() ? UseTerms.NONE : UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, list)));
        for (Term flag : FLAGS) {
            for (UseTerms terms : List.copyOf(all)) {
                all.add(terms.with(flag, true));
                all.add(terms.with(flag, false));
            }
        }
        return all;
    }

    private static List<UseTerms> varied(UseTerms base, Term term) {
        List<UseTerms> all = new ArrayList<>(List.of(base));
        if (!base.isSet(term)) {
            values(term).forEach(value -> all.add(base.with(term, value)));
        }
        return all;
    }

    private static List<Object> values(Term term) {
        return switch (term) {
            case LEGAL_BASIS -> List.of("pipa-28-2", "consent", "anonymous");
            case ACCESS_COUNTRY -> List.of("KR", "US");
            case GEOGRAPHICAL_RESTRICTIONS -> List.of("KR", "not outside Asia");
            case PUBLICATION_MORATORIUM -> List.of("2030-12-31", "ask Dr Kim");
            case FORBIDDEN_USE -> List.of(List.of("insurance"), List.of("marketing"), List.of("reidentification"));
            case DISEASE_RESTRICTIONS -> List.of();
            default ->
                switch (term.kind()) {
                    case FLAG -> List.of(true, false);
                    case TEXT -> List.of("ask Dr Kim");
                    case TEXT_OR_FLAG -> Arrays.asList(true, false, "ask Dr Kim");
                    case LIST -> List.of();
                };
        };
    }
}
