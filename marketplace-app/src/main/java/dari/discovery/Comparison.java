package dari.discovery;

import java.util.List;

/**
 * Offers beside each other for one need.
 *
 * @param cards in the order in which they were asked for, each with its near misses
 * @param notPublic how many of those asked for are not public, and so left out
 * @param tooMany how many more were asked for than can stand side by side
 */
record Comparison(List<MatchCard> cards, int notPublic, int tooMany) {

    static final int LEAST = 2;
    static final int MOST = 4;
}
