package dari.matching.evaluation;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Needs and offers, each written in Korean and in English, with the offers that answer each need. */
public record BilingualSet(List<Bilingual<Need>> needs, List<Bilingual<Offer>> offers, Judgements judgements) {

    /** Offers that a person looks at first. */
    public static final int DEPTH = 10;

    public BilingualSet {
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
    }

    /** Half of the needs, by their ids: what was chosen by one half is proven by the other. */
    public enum Half {
        DEVELOPMENT,
        TEST;

        private boolean has(String need) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(need.getBytes(StandardCharsets.UTF_8));
                return (ByteBuffer.wrap(hash).getInt() % 2 == 0) == (this == DEVELOPMENT);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** The same offers and only the needs of one half. */
    public BilingualSet only(Half half) {
        return new BilingualSet(
                needs.stream().filter(need -> half.has(need.korean().id())).toList(), offers, judgements);
    }

    /** The ids of the offers for a need, best first. */
    public interface Ranking {
        List<String> rank(Need need, OfferIndex index);
    }

    /**
     * Asks every need in each language for the offers in each language.
     *
     * @param index is filled anew with the offers of one language at a time
     */
    public CrossLanguageNdcg measure(OfferIndex index, Ranking ranking) {
        Map<Direction, Double> byDirection = new TreeMap<>();
        for (Language offerLanguage : Language.values()) {
            index.rebuild(in(offerLanguage, offers), 0);
            for (Language needLanguage : Language.values()) {
                byDirection.put(
                        new Direction(needLanguage, offerLanguage), ndcg(in(needLanguage, needs), index, ranking));
            }
        }
        return new CrossLanguageNdcg(byDirection);
    }

    private double ndcg(List<Need> asked, OfferIndex index, Ranking ranking) {
        return asked.stream()
                .mapToDouble(need -> judgements.ndcg(need.id(), ranking.rank(need, index), DEPTH))
                .average()
                .orElse(0);
    }

    private static <T> List<T> in(Language language, List<Bilingual<T>> items) {
        return items.stream().map(item -> item.in(language)).toList();
    }
}
