package dari.load;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import dari.needs.NeedContent;
import dari.needs.StartupProfile;
import dari.offers.Arrangements;
import dari.offers.CostItem;
import dari.offers.CostUnit;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What seeded offers and needs say, in both languages, of the concepts that the vocabulary has. */
final class Texts {

    private static final List<String> PLACES = List.of("외래", "입원", "응급", "검진", "중환자", "수술");
    private static final Map<String, String> PLACES_EN = Map.of(
            "외래",
            "outpatient",
            "입원",
            "inpatient",
            "응급",
            "emergency",
            "검진",
            "screening",
            "중환자",
            "intensive care",
            "수술",
            "surgical");

    private final RandomGenerator random;
    private final LocalDate today;
    private final Map<String, List<Concept>> concepts;

    Texts(RandomGenerator random, LocalDate today, Vocabulary vocabulary) {
        this.random = random;
        this.today = today;
        this.concepts = Stream.of(
                        "modality",
                        "disease",
                        "bodypart",
                        "label",
                        "format",
                        "environment",
                        "region",
                        "specialty",
                        "return",
                        "kind")
                .collect(Collectors.toMap(Function.identity(), vocabulary::ofKind));
    }

    /** One of a kind; the earlier ones more often, as some diseases are studied more than others. */
    Concept any(String kind) {
        List<Concept> all = concepts.getOrDefault(kind, List.of());
        double skewed = random.nextDouble();
        return all.get((int) (skewed * skewed * all.size()));
    }

    <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    OfferContent offer() {
        Concept modality = any("modality");
        Concept disease = any("disease");
        String place = oneOf(PLACES);
        int from = 2003 + random.nextInt(18);
        int to = from + 1 + random.nextInt(Math.max(1, 2025 - from));
        boolean prepared = chance(20);
        return new OfferContent(
                chance(85) ? "kind:data" : any("kind").id(),
                cut("%s %s %s 자료 %d–%d".formatted(disease.korean(), modality.korean(), place, from, to)),
                cut("%s, %s, %s data %d–%d"
                        .formatted(disease.english(), modality.english(), PLACES_EN.get(place), from, to)),
                "%s 환자의 %s 기록과 결과를 모은 자료입니다. 담당 임상의가 판독과 추적 관찰을 확인했습니다. 시연용으로 만든 설명입니다."
                        .formatted(disease.korean(), modality.korean()),
                "%s of patients with %s, with follow-up checked by a clinician. Invented for demonstration."
                        .formatted(modality.english(), disease.english()),
                chance(25) ? List.of(modality.id(), any("modality").id()) : List.of(modality.id()),
                List.of(disease.id()),
                chance(60) ? List.of(any("bodypart").id()) : List.of(),
                List.of(any("label").id()),
                List.of(any("format").id()),
                List.of(any("environment").id()),
                any("region").id(),
                chance(90) ? 50L + random.nextInt(60_000) : null,
                chance(50) ? 100L + random.nextInt(200_000) : null,
                from,
                to,
                1 + random.nextInt(20),
                1 + random.nextInt(6),
                3 + random.nextInt(26),
                terms(disease),
                List.of(any("return").id()),
                1_000_000L * (1 + random.nextInt(120)),
                90 + 30 * random.nextInt(10),
                oneOf(List.of(Delivery.values())),
                chance(40),
                prepared ? "source-" + random.nextInt(4) : null,
                chance(50) ? today.plusDays(random.nextInt(200)) : null,
                arrangements());
    }

    private Arrangements arrangements() {
        return new Arrangements(
                "가상 데스크톱에서 파이썬과 R을 쓸 수 있습니다. 평일 8시에서 20시까지 엽니다.",
                "A virtual desktop with Python and R, open on weekdays from 8 to 20.",
                List.of(new CostItem("자료 가공", "Data preparation", 3_000_000, CostUnit.PROJECT, true)));
    }

    private UseTerms terms(Concept disease) {
        UseTerms terms = UseTerms.NONE.with(Term.LEGAL_BASIS, chance(70) ? "pipa-28-2" : "consent");
        terms = switch (random.nextInt(4)) {
            case 0 -> terms.with(Term.GENERAL_USE, true);
            case 1 -> terms.with(Term.DISEASE_RESTRICTIONS, List.of(disease.id()));
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
        for (Term flag : List.of(
                Term.COMMERCIAL_USE, Term.AI_TRAIN, Term.AI_FINE_TUNE, Term.AI_GENERATE, Term.AI_WEIGHTS_LEAVE)) {
            if (chance(80)) {
                terms = terms.with(flag, chance(75));
            }
        }
        for (Term duty : List.of(
                Term.ETHICS_APPROVAL_REQUIRED,
                Term.PUBLICATION_RESULTS,
                Term.COLLABORATOR_REQUIRED,
                Term.AI_MODEL_RETURNED)) {
            if (chance(35)) {
                terms = terms.with(duty, true);
            }
        }
        return terms;
    }

    NeedContent need() {
        Concept modality = any("modality");
        Concept disease = any("disease");
        int from = 2008 + random.nextInt(10);
        return new NeedContent(
                cut("%s에서 %s 찾기".formatted(modality.korean(), disease.korean())),
                "%s 자료로 %s 위험을 예측하는 모델을 만듭니다. 추적 관찰이 1년 넘는 환자가 필요합니다.".formatted(modality.korean(), disease.korean()),
                modality.id(),
                disease.id(),
                chance(30) ? any("bodypart").id() : "",
                chance(50) ? any("label").id() : "",
                chance(50) ? List.of(any("format").id()) : List.of(),
                List.of(any("environment").id()),
                chance(30) ? List.of(any("region").id()) : List.of(),
                100L + random.nextInt(5000),
                null,
                from,
                from + 5,
                chance(50) ? 1 + random.nextInt(8) : null,
                oneOf(List.of("health", "disease", "general", "methods")),
                chance(80),
                true,
                chance(30),
                chance(15),
                chance(30),
                180,
                today.plusDays(60 + random.nextInt(200)));
    }

    StartupProfile profile(String name) {
        return new StartupProfile(
                name + " 케어",
                any("disease").korean() + " 환자의 위험을 미리 알려 드립니다.",
                chance(90),
                "KR",
                oneOf(List.of("I", "II", "III", "")),
                oneOf(List.of("none", "planned", "certified")),
                any("specialty").id(),
                List.of("return:fee", "return:publication"));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static String cut(String title) {
        return title.length() > 150 ? title.substring(0, 150) : title;
    }
}
