package dari.matching.permission.duos;

import java.util.List;

/**
 * A term of the Data Use Ontology as GA4GH writes it.
 *
 * @param id e.g. {@code DUO:0000007}
 * @param details what the term leaves open: diseases of DS, countries of GS, the date of MOR; empty for the others
 */
public record DuoTerm(String id, List<String> details) {

    public DuoTerm {
        details = List.copyOf(details);
    }
}
