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

    /** Share of what the hospital gets in return in what it wants; the rest is how clear the permission is. */
    private static final double RETURN_SHARE = 0.6;

    private final PermissionRules rules;
    private final Requirements requirements;

    Comparison(PermissionRules rules, Vocabulary vocabulary) {
        this(rules, new Codes(vocabulary));
    }

    private Comparison(PermissionRules rules, Codes codes) {
        this.rules = rules;
        this.requirements = new Requirements(codes);
    }

    /** The same for one ranking and one thread: it decides once on what comes again. */
    static Comparison ofOneRanking(PermissionRules rules, Vocabulary vocabulary) {
        return new Comparison(new DecidedOnce(rules), Codes.once(vocabulary));
    }

    Match compare(Need need, Offer offer, double relevance) {
        PermissionDecision permission = rules.decide(offer.terms(), need.purpose());
        Map<Part, List<Requirement>> byPart = requirements.of(need, offer);
        List<Requirement> all = new ArrayList<>();
        byPart.values().forEach(all::addAll);
        return new Match(
                need, offer, relevance, permission, fit(need, offer, relevance, permission, byPart), all, List.of());
    }

    private static Fit fit(
            Need need,
            Offer offer,
            double relevance,
            PermissionDecision permission,
            Map<Part, List<Requirement>> byPart) {
        double subject = subject(byPart.getOrDefault(Part.DISEASE_AND_DATA, List.of()), relevance);
        Worth toStartup = new Worth();
        toStartup.add(Part.DISEASE_AND_DATA, subject);
        byPart.forEach((part, asked) -> {
            if (part != Part.DISEASE_AND_DATA
                    && !asked.isEmpty()) { // of what nothing was asked neither helps nor hurts
                toStartup.add(part, met(asked, relevance));
            }
        });
        Worth toHospital = new Worth();
        toHospital.add(Part.DISEASE_AND_DATA, subject);
        toHospital.add(Part.HOSPITAL_WANTS, hospitalsTerms(need, offer, permission, subject));
        int score = percent(Worth.bothWays(toStartup.total(), toHospital.total()));
        return new Fit(
                score,
                percent(toStartup.total()),
                percent(toHospital.total()),
                shareOut(score, Worth.partsBothWays(toStartup, toHospital)));
    }

    /** Whether both speak of the same: by words, and by codes where the need has them. */
    private static double subject(List<Requirement> codes, double relevance) {
        return codes.isEmpty() ? relevance : WORDS_SHARE * relevance + (1 - WORDS_SHARE) * met(codes, relevance);
    }

    private static double met(List<Requirement> asked, double relevance) {
        double sum = 0;
        for (Requirement requirement : asked) {
            sum += requirement.counting(relevance);
        }
        return sum / asked.size();
    }

    /** What the hospital gets in return and how clear the permission is; what is open counts as the subject does. */
    private static double hospitalsTerms(Need need, Offer offer, PermissionDecision permission, double subject) {
        double inReturn = offer.wants().isEmpty() || need.gives().isEmpty()
                ? subject
                : (double) offer.wants().stream().filter(need.gives()::contains).count()
                        / offer.wants().size();
        double clarity = switch (permission.decision()) {
            case PERMIT -> 1;
            case ASK, ABSTAIN -> subject;
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
