package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.discovery.MatchCard;
import dari.matching.Match;
import dari.matching.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need beside an offer, with everything that explains it.
 *
 * @param verdict PERMIT, ASK or DENY: it outranks the score
 * @param score from 0 to 100; its parts sum exactly to it. Left out while search is away
 * @param waysOut the smallest changes that would make it fit, or let the terms say yes; each was tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchAnswer(
        UUID offer,
        String titleKo,
        String titleEn,
        OrganizationAnswer hospital,
        int answerDays,
        String verdict,
        @Nullable Integer score,
        @Nullable Integer toStartup,
        @Nullable Integer toHospital,
        @Nullable List<PartAnswer> parts,
        List<ReasonAnswer> reasons,
        List<RequirementAnswer> requirements,
        List<WayOutAnswer> waysOut) {

    /** Points of one part of the score. */
    record PartAnswer(String part, String name, int points) {}

    /**
     * Why a rule of the terms decided so.
     *
     * @param change what would change it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonAnswer(
            String rule,
            String effect,
            String text,
            @Nullable String change) {}

    /**
     * One hard need.
     *
     * @param state MET, UNMET, or UNKNOWN where the offer does not say
     * @param question what to ask the hospital, where it is unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequirementAnswer(
            String code,
            String state,
            String text,
            @Nullable String question) {}

    /**
     * A change that was tried.
     *
     * @param goal MATCH when it would fit, PERMIT when the terms would say yes
     * @param by who would have to change: STARTUP, HOSPITAL or BOTH
     * @param score what the pair would then have
     */
    record WayOutAnswer(String goal, String by, List<String> changes, int score) {}

    static MatchAnswer of(MatchCard card, Sentences sentences, boolean scored) {
        Match match = card.match();
        return new MatchAnswer(
                card.offer().id().value(),
                card.offer().content().titleKo(),
                card.offer().content().titleEn(),
                OrganizationAnswer.of(card.offer().hospital()),
                card.offer().content().answerDays(),
                card.getVerdict(),
                scored ? match.fit().score() : null,
                scored ? match.fit().toStartup() : null,
                scored ? match.fit().toHospital() : null,
                scored ? parts(match, sentences) : null,
                reasons(match, sentences),
                requirements(card, sentences),
                waysOut(match, sentences));
    }

    private static List<PartAnswer> parts(Match match, Sentences sentences) {
        return Arrays.stream(Part.values())
                .map(part -> new PartAnswer(
                        part.name().toLowerCase(Locale.ROOT),
                        sentences.say(part.getMessageKey()),
                        match.fit().of(part)))
                .toList();
    }

    private static List<ReasonAnswer> reasons(Match match, Sentences sentences) {
        return match.permission().reasons().stream()
                .map(reason -> new ReasonAnswer(
                        reason.rule(),
                        reason.effect().name(),
                        sentences.say(reason.getMessageKey()),
                        sentences.sayIfAny(reason.getChangeKey())))
                .toList();
    }

    private static List<RequirementAnswer> requirements(MatchCard card, Sentences sentences) {
        return card.getRequirements().stream()
                .map(need -> new RequirementAnswer(
                        need.code(),
                        need.state().name(),
                        sentences.say(need.getMessageKey(), need.arguments()),
                        need.getQuestionKey()
                                .map(key -> sentences.say(key, need.arguments()))
                                .orElse(null)))
                .toList();
    }

    private static List<WayOutAnswer> waysOut(Match match, Sentences sentences) {
        return match.nearMisses().stream()
                .map(change -> new WayOutAnswer(
                        change.goal().name(),
                        change.onlyMover().map(Enum::name).orElse("BOTH"),
                        change.adjustments().stream()
                                .map(one -> sentences.say(one.getMessageKey(), one.arguments()))
                                .toList(),
                        change.score()))
                .toList();
    }
}
