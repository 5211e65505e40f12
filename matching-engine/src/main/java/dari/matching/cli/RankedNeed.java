package dari.matching.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dari.matching.Match;

/** A need in the ranking of an offer. */
record RankedNeed(String need, @JsonUnwrapped ComparedPair pair) {

    static RankedNeed of(Match match) {
        return new RankedNeed(match.need().id(), ComparedPair.of(match));
    }
}
