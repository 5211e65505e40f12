package dari.admin.cohorts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was typed: a number under {@code rank-ID} for each acceptable one, and which button was pressed.
 *
 * @param typed what stands in each field, by id
 * @param bad ids of fields that hold no number
 * @param wishes what the numbers say, after a press on "up" or "down"
 * @param moved whom such a button moved; null for the other buttons
 */
record RankingForm(
        Map<String, String> typed,
        Set<String> bad,
        List<List<String>> wishes,
        @Nullable String moved) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    static RankingForm of(List<ListView.Candidate> candidates, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        Map<String, Integer> ranks = new TreeMap<>();
        Set<String> bad = new TreeSet<>();
        for (ListView.Candidate candidate : candidates) {
            String rank = sent.getOrDefault("rank-" + candidate.id(), "").strip();
            typed.put(candidate.id(), rank);
            if (NUMBER.matcher(rank).matches()) {
                ranks.put(candidate.id(), Integer.valueOf(rank));
            } else if (!rank.isEmpty()) {
                bad.add(candidate.id());
            }
        }
        List<List<String>> wishes = Ranking.of(ranks);
        String up = known(candidates, sent.get("up"));
        String down = known(candidates, sent.get("down"));
        if (up != null) {
            wishes = Ranking.up(wishes, up);
        } else if (down != null) {
            wishes = Ranking.down(wishes, down);
        }
        return new RankingForm(typed, bad, wishes, up != null ? up : down);
    }

    private static @Nullable String known(List<ListView.Candidate> candidates, @Nullable String id) {
        return id != null
                        && candidates.stream()
                                .anyMatch(candidate -> candidate.id().equals(id))
                ? id
                : null;
    }
}
