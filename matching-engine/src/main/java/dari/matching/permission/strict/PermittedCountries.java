package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;
import java.util.Locale;

/** Geographical restriction (GS): country codes are compared; any other wording is for a person. */
final class PermittedCountries implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        String allowed = pair.dataset().text(Term.GEOGRAPHICAL_RESTRICTIONS);
        if (allowed == null) {
            return List.of();
        }
        String country = pair.purpose().text(Term.ACCESS_COUNTRY);
        boolean codes = allowed.matches("[A-Za-z]{2}([ ,]+[A-Za-z]{2})*");
        if (!codes || country == null) {
            return List.of(pair.reason("GS-ASK", Decision.ASK, Term.GEOGRAPHICAL_RESTRICTIONS));
        }
        return List.of(allowed.toUpperCase(Locale.ROOT).split("[ ,]+")).contains(country)
                ? List.of()
                : List.of(pair.reason("GS", Decision.DENY, Term.GEOGRAPHICAL_RESTRICTIONS));
    }
}
