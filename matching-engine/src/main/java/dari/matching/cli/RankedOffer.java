package dari.matching.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dari.matching.Match;

/** An offer in the ranking of a need. */
record RankedOffer(String offer, @JsonUnwrapped ComparedPair pair) {

    static RankedOffer of(Match match) {
        return new RankedOffer(match.offer().id(), ComparedPair.of(match));
    }
}
