package dari.matching;

import dari.matching.Requirement.State;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares one need with one offer: permission, hard needs, fit in both directions. */
final class Comparison {

    /** How far a missing statement counts: half, so that it neither wins nor loses. */
    private static final double UNKNOWN_WEIGHT = 0.5;

    /** Share of the words in the part of disease and data; the rest is codes. */
    private static final double WORDS_SHARE = 0.2;

    /** What the hospital's direction is made of: what it gets in return, and how clear the permission is. */
    private static final double RETURN_SHARE = 0.6;

    private static final double ASK_CLARITY = 0.5;

    private final PermissionRules rules;
    private final Vocabulary vocabulary;

    Comparison(PermissionRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    Match compare(Need need, Offer offer, double relevance) {
        PermissionDecision permission = rules.decide(offer.terms(), need.purpose());
        Map<Part, List<Requirement>> byPart = requirements(need, offer);
        List<Requirement> all = byPart.values().stream().flatMap(List::stream).toList();
        return new Match(offer, permission, fit(need, offer, relevance, permission, byPart), all, null);
    }

    private Map<Part, List<Requirement>> requirements(Need need, Offer offer) {
        Map<Part, List<Requirement>> found = new EnumMap<>(Part.class);
        List<Requirement> data = new ArrayList<>();
        addCodes(data, "disease", need.diseases(), offer.diseases());
        addCodes(data, "modality", need.modalities(), offer.modalities());
        addCodes(data, "bodypart", need.bodyParts(), offer.bodyParts());
        addCodes(data, "label", need.labels(), offer.labels());
        addCodes(data, "kind", need.kinds(), List.of(offer.kind()));
        found.put(Part.DISEASE_AND_DATA, data);
        List<Requirement> size = new ArrayList<>();
        addAtLeast(size, "persons", need.persons(), offer.persons());
        addYears(size, need, offer);
        found.put(Part.SIZE_AND_YEARS, size);
        List<Requirement> clinicians = new ArrayList<>();
        addAtLeast(
                clinicians,
                "hours",
                need.clinicianHours() == null ? null : need.clinicianHours().longValue(),
                offer.clinicianHours() == null ? null : offer.clinicianHours().longValue());
        found.put(Part.CLINICIANS, clinicians);
        List<Requirement> environment = new ArrayList<>();
        addCodes(environment, "environment", need.environments(), offer.environments());
        addCodes(environment, "format", need.formats(), offer.formats());
        addCodes(environment, "region", need.regions(), offer.region() == null ? List.of() : List.of(offer.region()));
        found.put(Part.ENVIRONMENT_AND_FORMAT, environment);
        return found;
    }

    /** Met when something offered is, or is a kind of, something wanted; half when it is the broader thing. */
    private void addCodes(List<Requirement> into, String code, List<String> wanted, List<String> offered) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> arguments = List.of(String.join(",", wanted), String.join(",", offered));
        if (offered.isEmpty()) {
            into.add(new Requirement(code, State.UNKNOWN, UNKNOWN_WEIGHT, arguments));
            return;
        }
        boolean exact = offered.stream().anyMatch(o -> wanted.stream().anyMatch(w -> vocabulary.isWithin(o, w)));
        boolean broader = offered.stream().anyMatch(o -> wanted.stream().anyMatch(w -> vocabulary.isWithin(w, o)));
        if (exact) {
            into.add(new Requirement(code, State.MET, 1, arguments));
        } else if (broader) {
            into.add(new Requirement(code, State.UNKNOWN, UNKNOWN_WEIGHT, arguments));
        } else {
            into.add(new Requirement(code, State.UNMET, 0, arguments));
        }
    }

    private static void addAtLeast(List<Requirement> into, String code, @Nullable Long wanted, @Nullable Long offered) {
        if (wanted == null) {
            return;
        }
        if (offered == null) {
            into.add(new Requirement(code, State.UNKNOWN, UNKNOWN_WEIGHT, List.of(wanted.toString(), "")));
            return;
        }
        boolean enough = offered >= wanted;
        into.add(new Requirement(
                code,
                enough ? State.MET : State.UNMET,
                enough ? 1 : (double) offered / wanted,
                List.of(wanted.toString(), offered.toString())));
    }

    private static void addYears(List<Requirement> into, Need need, Offer offer) {
        Integer from = need.yearFrom();
        Integer to = need.yearTo();
        if (from == null || to == null) {
            return;
        }
        Integer offeredFrom = offer.yearFrom();
        Integer offeredTo = offer.yearTo();
        if (offeredFrom == null || offeredTo == null) {
            into.add(new Requirement(
                    "years", State.UNKNOWN, UNKNOWN_WEIGHT, List.of(from.toString(), to.toString(), "", "")));
            return;
        }
        int common = Math.max(0, Math.min(to, offeredTo) - Math.max(from, offeredFrom) + 1);
        int wanted = Math.max(1, to - from + 1);
        into.add(new Requirement(
                "years",
                common >= wanted ? State.MET : State.UNMET,
                Math.min(1, (double) common / wanted),
                List.of(from.toString(), to.toString(), offeredFrom.toString(), offeredTo.toString())));
    }

    private Fit fit(
            Need need,
            Offer offer,
            double relevance,
            PermissionDecision permission,
            Map<Part, List<Requirement>> byPart) {
        Map<Part, Double> raw = new EnumMap<>(Part.class);
        double wantedPoints = 0;
        double reached = 0;
        for (Map.Entry<Part, List<Requirement>> part : byPart.entrySet()) {
            List<Requirement> asked = part.getValue();
            if (asked.isEmpty() && part.getKey() != Part.DISEASE_AND_DATA) {
                continue; // nothing was asked: the part neither helps nor hurts
            }
            double share =
                    asked.stream().mapToDouble(Requirement::weight).average().orElse(relevance);
            if (part.getKey() == Part.DISEASE_AND_DATA) {
                share = (1 - WORDS_SHARE) * share + WORDS_SHARE * relevance;
            }
            raw.put(part.getKey(), share * part.getKey().points());
            reached += share * part.getKey().points();
            wantedPoints += part.getKey().points();
        }
        double toStartup = reached / wantedPoints;
        double toHospital = toHospital(need, offer, permission);
        raw.put(Part.HOSPITAL_WANTS, toHospital * Part.HOSPITAL_WANTS.points());
        double mean = toStartup + toHospital == 0 ? 0 : 2 * toStartup * toHospital / (toStartup + toHospital);
        int score = percent(mean);
        return new Fit(score, percent(toStartup), percent(toHospital), shareOut(score, raw));
    }

    private static double toHospital(Need need, Offer offer, PermissionDecision permission) {
        double inReturn = offer.wants().isEmpty()
                ? 1
                : (double) offer.wants().stream().filter(need.gives()::contains).count()
                        / offer.wants().size();
        double clarity = switch (permission.decision()) {
            case PERMIT -> 1;
            case ASK, ABSTAIN -> ASK_CLARITY;
            case DENY -> 0;
        };
        return RETURN_SHARE * inReturn + (1 - RETURN_SHARE) * clarity;
    }

    /** Shares whole points out in proportion, the largest remainders rounded up, so that they sum exactly. */
    static Map<Part, Integer> shareOut(int score, Map<Part, Double> raw) {
        double sum = raw.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<Part, Integer> shares = new EnumMap<>(Part.class);
        if (sum == 0 || score == 0) {
            if (score > 0) {
                shares.put(Part.DISEASE_AND_DATA, score);
            }
            return shares;
        }
        Map<Part, Double> remainders = new EnumMap<>(Part.class);
        int given = 0;
        for (Map.Entry<Part, Double> part : raw.entrySet()) {
            double exact = score * part.getValue() / sum;
            int whole = (int) Math.floor(exact);
            shares.put(part.getKey(), whole);
            remainders.put(part.getKey(), exact - whole);
            given += whole;
        }
        remainders.entrySet().stream()
                .sorted(Map.Entry.<Part, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(score - given)
                .forEach(part -> shares.merge(part.getKey(), 1, Integer::sum));
        return shares;
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
