package dari.matching;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Needs and offers near enough to each other that everything between a match and nothing in common occurs. */
final class RandomPairs {

    private static final List<String> FORMATS = List.of("format:omop", "format:csv", "format:dicom");
    private static final List<String> ENVIRONMENTS =
            List.of("environment:deidentified", "environment:onsite", "environment:cloud");
    private static final List<String> RETURNS = List.of("return:publication", "return:revenue", "return:model");
    private static final List<String> DISEASES = List.of("disease:diabetes", "disease:t2d", "disease:stroke");

    private final Random random;

    RandomPairs(long seed) {
        this.random = new Random(seed);
    }

    Need need(String id) {
        Need base = Samples.need("", purpose());
        int from = 2010 + random.nextInt(8);
        return new NeedCopy(new Need(
                        id,
                        "",
                        maybe(List.of("kind:data")),
                        List.of("modality:ehr"),
                        some(DISEASES),
                        List.of(),
                        maybe(List.of("label:diagnosis")),
                        List.of(),
                        List.of(),
                        maybe(base.regions()),
                        null,
                        null,
                        null,
                        null,
                        base.purpose(),
                        some(RETURNS)))
                .formats(some(FORMATS))
                .environments(some(ENVIRONMENTS))
                .persons(number(5_000))
                .studies(number(5_000))
                .years(from, from + random.nextInt(6))
                .hours(small(number(12)))
                .periodDays(small(number(300)))
                .startBy(random.nextInt(3) > 0 ? null : day())
                .build();
    }

    Offer offer(String id) {
        Offer base = Samples.offer(id, "", terms());
        int from = 2008 + random.nextInt(8);
        return new OfferCopy(base)
                .persons(number(5_000))
                .studies(number(5_000))
                .years(from, from + random.nextInt(10))
                .hours(small(number(12)))
                .accessDays(small(number(400)))
                .capacity(random.nextInt(4) > 0 ? null : random.nextInt(3))
                .freeFrom(random.nextInt(3) > 0 ? null : day())
                .wants(some(RETURNS))
                .build();
    }

    private UseTerms purpose() {
        UseTerms purpose = UseTerms.NONE
                .with(Term.AI_TRAIN, true)
                .with(Term.AI_GENERATE, random.nextInt(3) == 0)
                .with(Term.COMMERCIAL_USE, random.nextBoolean())
                .with(Term.NON_PROFIT_USE, random.nextInt(4) == 0);
        if (random.nextInt(5) > 0) {
            purpose = purpose.with(Term.ACCESS_COUNTRY, random.nextInt(4) == 0 ? "US" : "KR");
        }
        if (random.nextInt(6) == 0) {
            purpose = purpose.with(Term.AI_MODEL_RETURNED, false).with(Term.ETHICS_APPROVAL_REQUIRED, false);
        }
        return switch (random.nextInt(4)) {
            case 0 -> purpose.with(Term.GENERAL_USE, true);
            case 1 -> purpose.with(Term.DISEASE_RESTRICTIONS, List.of("disease:diabetes"));
            case 2 -> purpose.with(Term.HMB_RESEARCH, true).with(Term.METHODS_RESEARCH, true);
            default -> purpose.with(Term.HMB_RESEARCH, true);
        };
    }

    private UseTerms terms() {
        UseTerms terms = UseTerms.NONE.with(
                Term.LEGAL_BASIS, List.of("pipa-28-2", "pipa-28-2", "consent").get(random.nextInt(3)));
        for (Term term : List.of(
                Term.AI_TRAIN,
                Term.AI_GENERATE,
                Term.COMMERCIAL_USE,
                Term.NON_PROFIT_USE,
                Term.METHODS_RESEARCH,
                Term.AI_MODEL_RETURNED,
                Term.ETHICS_APPROVAL_REQUIRED)) {
            if (random.nextInt(3) > 0) {
                terms = terms.with(term, random.nextBoolean());
            }
        }
        return switch (random.nextInt(4)) {
            case 0 -> terms.with(Term.GENERAL_USE, true);
            case 1 -> terms.with(Term.DISEASE_RESTRICTIONS, List.of("disease:t2d"));
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
    }

    private LocalDate day() {
        return LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));
    }

    private @Nullable Long number(int below) {
        return random.nextInt(3) == 0 ? null : (long) random.nextInt(below);
    }

    private static @Nullable Integer small(@Nullable Long number) {
        return number == null ? null : number.intValue();
    }

    private List<String> maybe(List<String> codes) {
        return random.nextBoolean() ? codes : List.of();
    }

    private List<String> some(List<String> codes) {
        List<String> chosen = new ArrayList<>(codes);
        chosen.removeIf(code -> random.nextBoolean());
        return chosen;
    }
}
