package dari.matching;

import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares one need with one offer: permission, hard needs, fit in both directions. */
final class Comparison {

    /** Share of the words in the part of disease and data; the rest is codes. */
    private static final double WORDS_SHARE = 0.6;

    /** What the hospital's direction is made of: what it gets in return, and how clear the permission is. */
    private static final double RETURN_SHARE = 0.6;

    private static final double ASK_CLARITY = 0.5;

    private final PermissionRules rules;
    private final Requirements requirements;

    Comparison(PermissionRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.requirements = new Requirements(vocabulary);
    }

    Match compare(Need need, Offer offer, double relevance) {
        PermissionDecision permission = rules.decide(offer.terms(), need.purpose());
        Map<Part, List<Requirement>> byPart = requirements.of(need, offer);
        List<Requirement> all = new ArrayList<>();
        byPart.values().forEach(all::addAll);
        return new Match(
                need, offer, relevance, permission, fit(need, offer, relevance, permission, byPart), all, List.of());
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
        int score = percent(bothWays(toStartup, toHospital));
        return new Fit(score, percent(toStartup), percent(toHospital), shareOut(score, raw));
    }

    /** The harmonic mean: of two fits with the same sum, the more even one is higher. */
    static double bothWays(double toStartup, double toHospital) {
        return toStartup + toHospital == 0 ? 0 : 2 * toStartup * toHospital / (toStartup + toHospital);
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
        double sum = 0;
        for (double part : raw.values()) {
            sum += part;
        }
        Map<Part, Integer> shares = new EnumMap<>(Part.class);
        if (sum == 0 || score == 0) {
            if (score > 0) {
                shares.put(Part.DISEASE_AND_DATA, score);
            }
            return shares;
        }
        Map<Part, Double> remainders = new EnumMap<>(Part.class);
        int left = score;
        for (Map.Entry<Part, Double> part : raw.entrySet()) {
            double exact = score * part.getValue() / sum;
            int whole = (int) Math.floor(exact);
            shares.put(part.getKey(), whole);
            remainders.put(part.getKey(), exact - whole);
            left -= whole;
        }
        while (left > 0) {
            Part largest = largest(remainders);
            shares.merge(largest, 1, Integer::sum);
            remainders.remove(largest);
            left--;
        }
        return shares;
    }

    /** The first in the order of the parts when several are equal. */
    private static Part largest(Map<Part, Double> remainders) {
        Part largest = Part.DISEASE_AND_DATA;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Part, Double> part : remainders.entrySet()) {
            if (part.getValue() > most) {
                most = part.getValue();
                largest = part.getKey();
            }
        }
        return largest;
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
