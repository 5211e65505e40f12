package dari.matching;

import dari.matching.permission.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Where a pair stands in a ranking, and why it is not among those shown.
 *
 * @param match the pair with its near misses
 * @param place why it is shown, or why not
 * @param rank from 1, or 0 when it is not among the candidates
 * @param of how many candidates there are
 * @param shown how many are shown
 * @param cutoff the lowest score among the shown, 0 when nothing is
 */
public record Standing(Match match, Place place, int rank, int of, int shown, int cutoff) {

    /** Why. */
    public enum Place {
        /** Among the shown, and not denied. */
        SHOWN,
        /** Permitted or to be asked, but others fit better. */
        BELOW,
        /** Not permitted: listed after everything that is not denied, whatever the score. */
        DENIED,
        /** Its words and codes are further away than those of all candidates. */
        NOT_A_CANDIDATE
    }

    /** Where the pair stands in a ranking that was made for the same need, or for the same offer. */
    static Standing of(Match match, List<Match> ranking, int shown) {
        List<Match> first = ranking.subList(0, Math.min(shown, ranking.size()));
        int cutoff = first.stream()
                .filter(listed -> listed.permission().decision() != Decision.DENY)
                .mapToInt(listed -> listed.fit().score())
                .min()
                .orElse(0);
        int rank = find(match, ranking).map(found -> ranking.indexOf(found) + 1).orElse(0);
        return new Standing(match, place(match, rank, first.size()), rank, ranking.size(), first.size(), cutoff);
    }

    /** The same pair in a ranking. */
    static Optional<Match> find(Match match, List<Match> ranking) {
        return ranking.stream()
                .filter(listed -> listed.offer().id().equals(match.offer().id())
                        && listed.need().id().equals(match.need().id()))
                .findFirst();
    }

    private static Place place(Match match, int rank, int shown) {
        if (rank == 0) {
            return Place.NOT_A_CANDIDATE;
        }
        if (match.permission().decision() == Decision.DENY) {
            return Place.DENIED;
        }
        return rank <= shown ? Place.SHOWN : Place.BELOW;
    }

    public String getMessageKey() {
        return "matching.standing." + place.name();
    }

    /** Rank, number of candidates, number shown, own score, lowest score shown. */
    public List<String> arguments() {
        return List.of(
                Integer.toString(rank),
                Integer.toString(of),
                Integer.toString(shown),
                Integer.toString(match.fit().score()),
                Integer.toString(cutoff));
    }
}
