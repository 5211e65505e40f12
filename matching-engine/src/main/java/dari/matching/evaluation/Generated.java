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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up offers, needs and assignments of any number, for measuring speed; the same seed makes the same ones. */
public final class Generated {

    private static final int WORDS = 40;

    private final Vocabulary vocabulary;
    private final List<Concept> concepts;
    private final RandomGenerator random;

    public Generated(Vocabulary vocabulary, RandomGenerator random) {
        this.vocabulary = vocabulary;
        this.concepts = List.copyOf(vocabulary.all());
        this.random = random;
    }

    public List<Offer> offers(int count) {
        return IntStream.range(0, count).mapToObj(this::offer).toList();
    }

    public List<Need> needs(int count) {
        return IntStream.range(0, count).mapToObj(this::need).toList();
    }

    private Offer offer(int number) {
        Concept disease = any("disease");
        Concept modality = any("modality");
        int from = 2000 + random.nextInt(20);
        return new Offer(
                "offer-" + number,
                any("kind").id(),
                title(disease, modality),
                words(),
                List.of(modality.id()),
                List.of(disease.id()),
                List.of(any("bodypart").id()),
                List.of(any("label").id()),
                List.of(any("format").id()),
                List.of(any("environment").id()),
                any("region").id(),
                (long) random.nextInt(20, 50_000),
                from,
                from + random.nextInt(1, 8),
                random.nextInt(20),
                terms(disease),
                List.of());
    }

    private Need need(int number) {
        Concept disease = any("disease");
        Concept modality = any("modality");
        int from = 2005 + random.nextInt(15);
        return new Need(
                "need-" + number,
                title(disease, modality) + " " + words(),
                List.of(),
                List.of(modality.id()),
                List.of(disease.id()),
                List.of(),
                List.of(),
                List.of(any("format").id()),
                List.of(),
                List.of(),
                (long) random.nextInt(20, 5_000),
                from,
                from + 2,
                null,
                UseTerms.NONE
                        .with(Term.HMB_RESEARCH, true)
                        .with(Term.AI_TRAIN, true)
                        .with(Term.ACCESS_COUNTRY, "KR"),
                List.of());
    }

    private UseTerms terms(Concept disease) {
        UseTerms terms = UseTerms.NONE.with(Term.LEGAL_BASIS, "pipa-28-2").with(Term.AI_TRAIN, random.nextInt(4) > 0);
        return switch (random.nextInt(4)) {
            case 0 -> terms.with(Term.GENERAL_USE, true);
            case 1 -> terms.with(Term.DISEASE_RESTRICTIONS, List.of(disease.id()));
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
    }

    private String title(Concept disease, Concept modality) {
        Locale locale = random.nextBoolean() ? Locale.KOREAN : Locale.ENGLISH;
        return disease.label(locale) + " " + modality.label(locale);
    }

    private String words() {
        Locale locale = random.nextBoolean() ? Locale.KOREAN : Locale.ENGLISH;
        return IntStream.range(0, WORDS)
                .mapToObj(i -> random.nextInt(8) == 0
                        ? concepts.get(random.nextInt(concepts.size())).label(locale)
                        : "word" + (int) Math.abs(2_000 * random.nextGaussian()))
                .collect(Collectors.joining(" "));
    }

    private Concept any(String kind) {
        List<Concept> all = vocabulary.ofKind(kind);
        return all.get(random.nextInt(all.size()));
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
