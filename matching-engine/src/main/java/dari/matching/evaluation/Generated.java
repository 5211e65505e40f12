package dari.matching.evaluation;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.assignment.Applicant;
import dari.matching.assignment.Group;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Place;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up offers, needs and assignments of any number, for measuring speed. The number of an offer and the seed make it,
 * so that any number of them need no room.
 */
public final class Generated {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("SplittableRandom");

    private static final int OFFER_SENTENCES = 5;
    private static final int NEED_SENTENCES = 3;
    private static final int RARE_WORDS = 2_000;

    private final Vocabulary vocabulary;
    private final long seed;

    public Generated(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.seed = seed;
    }

    /** Offers 0 to {@code count - 1}, each made when it is read. */
    public Iterable<Offer> offers(int count) {
        return () -> IntStream.range(0, count).mapToObj(this::offer).iterator();
    }

    public List<Need> needs(int count) {
        return IntStream.range(0, count).mapToObj(this::need).toList();
    }

    public Offer offer(int number) {
        Draw draw = new Draw("offer", number);
        Concept disease = draw.any("disease");
        Concept modality = draw.any("modality");
        Concept bodyPart = draw.any("bodypart");
        int from = 2000 + draw.below(20);
        return new Offer(
                "offer-" + number,
                draw.any("kind").id(),
                draw.title(disease, modality, Locale.KOREAN) + "\n" + draw.title(disease, modality, Locale.ENGLISH),
                draw.text(OFFER_SENTENCES, disease, modality, bodyPart),
                List.of(modality.id(), draw.any("modality").id()),
                List.of(disease.id()),
                List.of(bodyPart.id()),
                List.of(draw.any("label").id()),
                List.of(draw.any("format").id()),
                List.of(draw.any("environment").id()),
                draw.any("region").id(),
                20L + draw.below(50_000),
                from,
                from + 1 + draw.below(7),
                draw.below(20),
                draw.terms(disease),
                List.of(draw.any("return").id()));
    }

    /** A need for what the offer of that number is about, so that it meets some offers and misses others by little. */
    private Need need(int number) {
        Draw same = new Draw("offer", number);
        Concept disease = same.any("disease");
        Concept modality = same.any("modality");
        Concept bodyPart = same.any("bodypart");
        Draw draw = new Draw("need", number);
        Locale language = draw.language();
        boolean particular = draw.below(2) == 0;
        int from = 2005 + draw.below(15);
        return new Need(
                "need-" + number,
                draw.title(disease, modality, language) + "\n" + draw.text(NEED_SENTENCES, disease, modality, bodyPart),
                List.of(),
                List.of(modality.id()),
                List.of(disease.id()),
                List.of(),
                List.of(),
                particular ? List.of(draw.any("format").id()) : List.of(),
                List.of(),
                List.of(),
                20L + draw.below(5_000),
                particular ? from : null,
                particular ? from + 2 : null,
                null,
                UseTerms.NONE
                        .with(Term.HMB_RESEARCH, true)
                        .with(Term.AI_TRAIN, true)
                        .with(Term.ACCESS_COUNTRY, "KR"),
                List.of());
    }

    /** What is drawn for one offer or need. */
    private final class Draw {

        private final RandomGenerator random;

        Draw(String what, int number) {
            this.random = GENERATORS.create(seed * 31 + what.hashCode() * 1_000_003L + number);
        }

        int below(int bound) {
            return random.nextInt(bound);
        }

        Concept any(String kind) {
            List<Concept> all = vocabulary.ofKind(kind);
            return all.get(random.nextInt(all.size()));
        }

        Locale language() {
            return random.nextBoolean() ? Locale.KOREAN : Locale.ENGLISH;
        }

        String title(Concept disease, Concept modality, Locale language) {
            return language.equals(Locale.KOREAN)
                    ? disease.korean() + " 환자의 " + modality.korean() + " 자료"
                    : modality.english() + " of patients with " + disease.english();
        }

        /** Sentences in both languages about the three and about other concepts, with words that few others have. */
        String text(int sentences, Concept disease, Concept modality, Concept bodyPart) {
            return IntStream.range(0, sentences)
                    .mapToObj(i -> i % 2 == 0
                            ? modality.korean() + " 검사는 " + any("specialty").korean() + "에서 했고 " + bodyPart.korean()
                                    + " 소견과 " + any("label").korean() + " 주석, 연구 번호 " + rare() + ", 판독문이 있습니다."
                            : "Collected in " + any("specialty").english() + " with "
                                    + any("label").english() + " for "
                                    + disease.english() + ", stored as "
                                    + any("format").english() + ", protocol "
                                    + rare() + ", followed by " + any("study").english() + ".")
                    .collect(Collectors.joining(" "));
        }

        /** A name such as studies have; the smaller its number, the more have it. */
        private String rare() {
            return "study" + (int) Math.abs(RARE_WORDS * random.nextGaussian());
        }

        UseTerms terms(Concept disease) {
            UseTerms terms =
                    UseTerms.NONE.with(Term.LEGAL_BASIS, "pipa-28-2").with(Term.AI_TRAIN, random.nextInt(4) > 0);
            return switch (random.nextInt(4)) {
                case 0 -> terms.with(Term.GENERAL_USE, true);
                case 1 -> terms.with(Term.DISEASE_RESTRICTIONS, List.of(disease.id()));
                default -> terms.with(Term.HMB_RESEARCH, true);
            };
        }
    }

    /**
     * Every applicant wishes some places, every place lists all who wish it, in random orders; there are a tenth fewer
     * places than applicants.
     */
    public static Instance instance(int applicants, int places, int choices, RandomGenerator random) {
        Random shuffler = new Random(random.nextLong());
        List<String> placeIds = new ArrayList<>(
                IntStream.range(0, places).mapToObj(p -> "p" + p).toList());
        List<List<List<String>>> listed = new ArrayList<>();
        placeIds.forEach(id -> listed.add(new ArrayList<>()));
        List<Applicant> all = new ArrayList<>();
        for (int a = 0; a < applicants; a++) {
            Collections.shuffle(placeIds, shuffler);
            List<String> wishes = placeIds.subList(0, choices);
            String id = "a" + a;
            all.add(new Applicant(id, wishes.stream().map(List::of).toList()));
            wishes.forEach(
                    place -> listed.get(Integer.parseInt(place.substring(1))).add(List.of(id)));
        }
        int capacity = Math.max(1, applicants * 9 / 10 / places);
        List<Place> sites = new ArrayList<>();
        for (int p = 0; p < places; p++) {
            Collections.shuffle(listed.get(p), shuffler);
            sites.add(new Place("p" + p, capacity, listed.get(p)));
        }
        return new Instance(all, sites);
    }

    /** The same with every so many places in a hospital that has a fifth fewer seats than they have together. */
    public static Instance inGroups(Instance instance, int departments) {
        List<Place> sites = new ArrayList<>();
        Map<String, Integer> seats = new LinkedHashMap<>();
        for (Place place : instance.places()) {
            String hospital = "h" + sites.size() / departments;
            seats.merge(hospital, place.capacity(), Integer::sum);
            sites.add(new Place(place.id(), place.capacity(), place.wishes(), hospital, 0));
        }
        List<Group> hospitals = new ArrayList<>();
        seats.forEach((id, all) -> hospitals.add(new Group(id, all * 4 / 5, 0)));
        return new Instance(instance.applicants(), sites, hospitals, List.of(), List.of(), List.of());
    }
}
