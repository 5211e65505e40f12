package dari.matching.permission.duos;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Terms of the Data Use Ontology by their ids, to and from our fields (ontology release of 2021-02-23,
 * {@code purl.obolibrary.org/obo/duo.owl}). What our fields cannot say is kept in words, so that a person is asked
 * about it; nothing is dropped on the way in.
 */
public final class DuoTerms {

    /** How ids are recognised among words. */
    private static final String ID = "DUO:[0-9]{7}";

    /** No restriction (NRES): read as general research, which is the narrower. */
    private static final String NO_RESTRICTION = "DUO:0000004";

    private static final String NOT_FOR_PROFIT_NON_COMMERCIAL = "DUO:0000018";
    private static final String NOT_FOR_PROFIT = "DUO:0000045";
    private static final String NON_COMMERCIAL = "DUO:0000046";

    /** Ids that are one flag. */
    private record Flag(String id, Term term, boolean value) {}

    private static final List<Flag> FLAGS = List.of(
            new Flag("DUO:0000042", Term.GENERAL_USE, true),
            new Flag("DUO:0000006", Term.HMB_RESEARCH, true),
            new Flag("DUO:0000011", Term.POPULATION_ORIGINS_ANCESTRY, true),
            new Flag("DUO:0000044", Term.POPULATION_ORIGINS_ANCESTRY, false),
            new Flag("DUO:0000015", Term.METHODS_RESEARCH, false),
            new Flag("DUO:0000016", Term.GENETIC_STUDIES_ONLY, true),
            new Flag("DUO:0000019", Term.PUBLICATION_RESULTS, true),
            new Flag("DUO:0000020", Term.COLLABORATOR_REQUIRED, true),
            new Flag("DUO:0000021", Term.ETHICS_APPROVAL_REQUIRED, true));

    /** Ids that need something said beside them. */
    private static final Map<String, Term> DETAILED = Map.of(
            "DUO:0000007", Term.DISEASE_RESTRICTIONS,
            "DUO:0000022", Term.GEOGRAPHICAL_RESTRICTIONS,
            "DUO:0000024", Term.PUBLICATION_MORATORIUM);

    /** Ids that only people can judge: RS, TS, US, PS, IS, RTN, CC. */
    private static final Set<String> IN_WORDS = Set.of(
            "DUO:0000012", "DUO:0000025", "DUO:0000026", "DUO:0000027", "DUO:0000028", "DUO:0000029", "DUO:0000043");

    private static final Map<String, Flag> FLAG_OF =
            FLAGS.stream().collect(Collectors.toUnmodifiableMap(Flag::id, Function.identity()));

    private DuoTerms() {}

    /**
     * Our fields for a dataset's terms.
     *
     * @throws IllegalArgumentException naming an id that the ontology does not have, one that lacks its details, or two that
     *     contradict each other
     */
    public static UseTerms read(List<DuoTerm> terms) {
        UseTerms read = UseTerms.NONE;
        List<String> inWords = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DuoTerm term : terms) {
            if (!seen.add(term.id())) {
                throw new IllegalArgumentException(term.id() + " stands twice");
            }
            if (IN_WORDS.contains(term.id())) {
                inWords.add(Stream.concat(Stream.of(term.id()), term.details().stream())
                        .collect(Collectors.joining(" ")));
            } else {
                read = with(read, term);
            }
        }
        return inWords.isEmpty() ? read : read.with(Term.SECONDARY_OTHER, String.join("; ", inWords));
    }

    private static UseTerms with(UseTerms read, DuoTerm term) {
        Flag flag = FLAG_OF.get(term.id());
        if (flag != null) {
            if (read.isSet(flag.term()) && read.isTrue(flag.term()) != flag.value()) {
                throw new IllegalArgumentException(term.id() + " contradicts another term");
            }
            return read.with(flag.term(), flag.value());
        }
        Term detailed = DETAILED.get(term.id());
        if (detailed != null) {
            if (term.details().isEmpty() || term.details().stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(term.id() + " needs details: " + detailed.field());
            }
            return read.with(
                    detailed, detailed.kind() == Term.Kind.LIST ? term.details() : String.join(", ", term.details()));
        }
        return switch (term.id()) {
            case NO_RESTRICTION -> read.with(Term.GENERAL_USE, true);
            case NOT_FOR_PROFIT_NON_COMMERCIAL ->
                read.with(Term.NON_PROFIT_USE, true).with(Term.COMMERCIAL_USE, false);
            case NOT_FOR_PROFIT -> read.with(Term.NON_PROFIT_USE, true);
            case NON_COMMERCIAL -> read.with(Term.COMMERCIAL_USE, false);
            default -> throw new IllegalArgumentException(term.id() + " is no data-use term that we know");
        };
    }

    /**
     * A dataset's terms by ontology ids.
     *
     * @param terms what the ontology can say
     * @param unsaid fields that it has no term for, those about artificial intelligence among them: a reader of the ids
     *     alone would take the data for less restricted than they are
     */
    public record Written(List<DuoTerm> terms, List<Term> unsaid) {

        public Written {
            terms = List.copyOf(terms);
            unsaid = List.copyOf(unsaid);
        }
    }

    /** The ids of our fields. */
    public static Written write(UseTerms terms) {
        List<DuoTerm> written = new ArrayList<>();
        Set<Term> said = new HashSet<>();
        for (Flag flag : FLAGS) {
            if (terms.isSet(flag.term()) && terms.isTrue(flag.term()) == flag.value()) {
                written.add(new DuoTerm(flag.id(), List.of()));
                said.add(flag.term());
            }
        }
        DETAILED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(detailed -> {
            List<String> details = details(terms, detailed.getValue());
            if (!details.isEmpty()) {
                written.add(new DuoTerm(detailed.getKey(), details));
                said.add(detailed.getValue());
            }
        });
        users(terms).ifPresent(id -> {
            written.add(new DuoTerm(id, List.of()));
            said.addAll(
                    id.equals(NOT_FOR_PROFIT)
                            ? Set.of(Term.NON_PROFIT_USE)
                            : id.equals(NON_COMMERCIAL)
                                    ? Set.of(Term.COMMERCIAL_USE)
                                    : Set.of(Term.NON_PROFIT_USE, Term.COMMERCIAL_USE));
        });
        String words = terms.text(Term.SECONDARY_OTHER);
        if (words != null && words.matches(ID + "( [^;]*)?(; " + ID + "( [^;]*)?)*")) {
            for (String word : words.split("; ")) {
                String[] parts = word.split(" ", 2);
                written.add(new DuoTerm(parts[0], parts.length == 1 ? List.of() : List.of(parts[1])));
            }
            said.add(Term.SECONDARY_OTHER);
        }
        return new Written(
                written,
                terms.values().keySet().stream()
                        .filter(term -> !said.contains(term))
                        .toList());
    }

    private static Optional<String> users(UseTerms terms) {
        boolean nonProfit = terms.isTrue(Term.NON_PROFIT_USE);
        boolean nonCommercial = terms.isFalse(Term.COMMERCIAL_USE);
        return nonProfit
                ? Optional.of(nonCommercial ? NOT_FOR_PROFIT_NON_COMMERCIAL : NOT_FOR_PROFIT)
                : nonCommercial ? Optional.of(NON_COMMERCIAL) : Optional.empty();
    }

    private static List<String> details(UseTerms terms, Term term) {
        String text = terms.text(term);
        return text == null ? terms.list(term) : List.of(text);
    }
}
