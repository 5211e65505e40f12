package dari.matching;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the smallest single change of a need that turns an offer into a match, by trying each. */
final class NearMisses {

    private final Comparison comparison;

    NearMisses(Comparison comparison) {
        this.comparison = comparison;
    }

    private record Attempt(String code, List<String> arguments, Need changed) {}

    Optional<NearMiss> find(Need need, Match match, double relevance) {
        if (!isOneStepAway(match)) {
            return Optional.empty();
        }
        return attempts(need, match).stream()
                .map(attempt -> {
                    Match again = comparison.compare(attempt.changed(), match.offer(), relevance);
                    return again.isMatch()
                            ? Optional.of(new NearMiss(
                                    attempt.code(),
                                    attempt.arguments(),
                                    attempt.changed(),
                                    again.fit().score()))
                            : Optional.<NearMiss>empty();
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A single change mends the purpose or one hard need, never both: all other pairs need not be tried. */
    private static boolean isOneStepAway(Match match) {
        long unmet = match.requirements().stream()
                .filter(requirement -> requirement.state() == Requirement.State.UNMET)
                .count();
        return match.permission().decision() == Decision.DENY ? unmet == 0 : unmet == 1;
    }

    /** Changes in the order of what they cost the startup: what it would do, then what it would accept. */
    private static List<Attempt> attempts(Need need, Match match) {
        List<Attempt> attempts = new ArrayList<>();
        Offer offer = match.offer();
        for (Reason reason : match.permission().reasons()) {
            purposeAttempt(need, offer, reason).ifPresent(attempts::add);
        }
        for (Requirement unmet : match.requirements()) {
            if (unmet.state() == Requirement.State.UNMET) {
                requirementAttempt(need, offer, unmet).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private static Optional<Attempt> purposeAttempt(Need need, Offer offer, Reason reason) {
        UseTerms purpose = need.purpose();
        return switch (reason.rule()) {
            case "AI-TRAIN", "AI-FINE-TUNE", "AI-GENERATE", "AI-WEIGHTS", "AI-LLM" ->
                Optional.of(new Attempt(
                        "drop-" + reason.rule(), List.of(), withPurpose(need, purpose.with(reason.term(), false))));
            case "HMB-GENERAL" ->
                Optional.of(new Attempt(
                        "narrow-to-health",
                        List.of(),
                        withPurpose(need, purpose.without(Term.GENERAL_USE).with(Term.HMB_RESEARCH, true))));
            case "DS-BROADER" -> {
                List<String> permitted =
                        offer.terms() == null ? List.of() : offer.terms().list(Term.DISEASE_RESTRICTIONS);
                UseTerms narrowed = purpose.without(Term.GENERAL_USE)
                        .without(Term.POPULATION_ORIGINS_ANCESTRY)
                        .with(Term.DISEASE_RESTRICTIONS, permitted);
                yield Optional.of(new Attempt(
                        "narrow-to-disease", List.of(String.join(",", permitted)), withPurpose(need, narrowed)));
            }
            case "NCU" ->
                Optional.of(new Attempt(
                        "drop-commercial-use", List.of(), withPurpose(need, purpose.with(Term.COMMERCIAL_USE, false))));
            case "AI-RETURN", "AI-RETRAIN" ->
                Optional.of(new Attempt(
                        "agree-" + reason.rule(), List.of(), withPurpose(need, purpose.with(reason.term(), true))));
            case "PIPA-28-8" ->
                Optional.of(new Attempt(
                        "work-in-korea", List.of(), withPurpose(need, purpose.with(Term.ACCESS_COUNTRY, "KR"))));
            default -> Optional.empty();
        };
    }

    private static Optional<Attempt> requirementAttempt(Need need, Offer offer, Requirement unmet) {
        Long persons = offer.persons();
        Integer hours = offer.clinicianHours();
        return switch (unmet.code()) {
            case "persons" ->
                persons == null
                        ? Optional.empty()
                        : Optional.of(new Attempt(
                                "fewer-persons",
                                unmet.arguments(),
                                copy(need).persons(persons).build()));
            case "hours" ->
                hours == null
                        ? Optional.empty()
                        : Optional.of(new Attempt(
                                "fewer-hours",
                                unmet.arguments(),
                                copy(need).hours(hours).build()));
            case "years" ->
                Optional.of(new Attempt(
                        "other-years",
                        unmet.arguments(),
                        copy(need).years(offer.yearFrom(), offer.yearTo()).build()));
            case "environment" ->
                Optional.of(new Attempt(
                        "accept-environment",
                        unmet.arguments(),
                        copy(need).environments(offer.environments()).build()));
            case "format" ->
                Optional.of(new Attempt(
                        "accept-format",
                        unmet.arguments(),
                        copy(need).formats(offer.formats()).build()));
            case "region" ->
                Optional.of(new Attempt(
                        "any-region", unmet.arguments(), copy(need).anyRegion().build()));
            case "label" ->
                Optional.of(new Attempt(
                        "do-without-label",
                        unmet.arguments(),
                        copy(need).noLabels().build()));
            default -> Optional.empty();
        };
    }

    private static Need withPurpose(Need need, UseTerms purpose) {
        return copy(need).purpose(purpose).build();
    }

    private static NeedCopy copy(Need need) {
        return new NeedCopy(need);
    }
}
