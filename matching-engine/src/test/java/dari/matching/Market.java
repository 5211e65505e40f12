package dari.matching;

import dari.matching.OfferIndex.Candidate;
import dari.matching.permission.Term;
import dari.matching.vocabulary.Vocabulary;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** 240 offers of 60 hospitals, of which a few have more, larger and better prepared ones, and needs that come for them. */
public final class Market {

    private static final int OFFERS = 240;
    private static final int HOSPITALS = 60;
    private static final List<String> DISEASES = List.of("disease:t2d", "disease:stroke", "disease:sah");
    private static final List<String> FORMATS = List.of("format:omop", "format:csv");

    private final Matcher matcher = Matcher.strict(Vocabulary.builtIn());
    private final Random random;
    private final List<Offer> offers;

    public Market(long seed) {
        this.random = new Random(seed);
        this.offers = IntStream.range(0, OFFERS).mapToObj(this::offer).toList();
    }

    public List<Offer> offers() {
        return offers;
    }

    /** The offers for the next need. */
    public List<Match> ranking() {
        Need need = new NeedCopy(Samples.need("", Samples.healthResearch()))
                .diseases(List.of(one(DISEASES)))
                .formats(List.of(one(FORMATS)))
                .persons((long) random.nextInt(4_000))
                .hours(random.nextBoolean() ? null : random.nextInt(6))
                .build();
        return matcher.rank(
                need,
                offers.stream()
                        .map(offer -> new Candidate(offer, random.nextDouble() / 2))
                        .toList());
    }

    /** The lower its number, the more and the larger offers a hospital has. */
    private Offer offer(int number) {
        int hospital = (int) (HOSPITALS * Math.pow(random.nextDouble(), 1.6));
        boolean famous = hospital < 5;
        return new OfferCopy(Samples.offer("o" + number, "", Samples.openForHealth()))
                .diseases(List.of(one(DISEASES)))
                .terms(terms -> terms.with(Term.AI_TRAIN, random.nextInt(8) > 0))
                .formats(famous ? FORMATS : List.of(one(FORMATS)))
                .persons(famous ? 9_000L : (long) random.nextInt(6_000))
                .hours(famous ? 8 : random.nextInt(8))
                .hospital("hospital-" + hospital)
                .build();
    }

    private String one(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
