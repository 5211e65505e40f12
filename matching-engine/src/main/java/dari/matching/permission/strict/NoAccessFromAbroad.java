package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** PIPA 28-8: pseudonymised data are not viewed from abroad; no term records a ground for it. */
final class NoAccessFromAbroad implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        String country = pair.purpose().text(Term.ACCESS_COUNTRY);
        if (!ResearchOnPseudonymisedData.BASIS.equals(pair.dataset().text(Term.LEGAL_BASIS)) || "KR".equals(country)) {
            return List.of();
        }
        return List.of(pair.denyOrAsk("PIPA-28-8", country != null, Term.ACCESS_COUNTRY));
    }
}
