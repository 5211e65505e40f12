package dari.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What either side could do about a hard need that is not met. What a need is about (disease, modality, body part) is
 * never bent: that would be another need.
 */
final class RequirementAttempts {

    private RequirementAttempts() {}

    static List<Attempt> of(Need need, Offer offer, Requirement unmet) {
        List<String> said = unmet.arguments();
        return switch (unmet.code()) {
            case "persons" ->
                counted(
                        unmet,
                        "fewer-persons",
                        copy -> copy.persons(offer.persons()),
                        "gather-persons",
                        Effort.GATHER,
                        copy -> copy.persons(need.persons()));
            case "studies" ->
                counted(
                        unmet,
                        "fewer-studies",
                        copy -> copy.studies(offer.studies()),
                        "gather-studies",
                        Effort.GATHER,
                        copy -> copy.studies(need.studies()));
            case "hours" ->
                counted(
                        unmet,
                        "fewer-hours",
                        copy -> copy.hours(offer.clinicianHours()),
                        "give-hours",
                        Effort.OPEN,
                        copy -> copy.hours(need.clinicianHours()));
            case "period" ->
                counted(
                        unmet,
                        "shorter-work",
                        copy -> copy.periodDays(offer.accessDays()),
                        "longer-access",
                        Effort.OPEN,
                        copy -> copy.accessDays(need.periodDays()));
            case "years" -> years(unmet);
            case "start" ->
                List.of(
                        Attempt.ofNeed(
                                "start-later",
                                said,
                                unmet.code(),
                                Effort.ACCEPT.cost(unmet.weight()),
                                copy -> copy.startBy(LocalDate.parse(said.get(1)))),
                        Attempt.ofOffer(
                                "begin-earlier",
                                said,
                                unmet.code(),
                                Effort.OPEN.cost(unmet.weight()),
                                copy -> copy.freeFrom(LocalDate.parse(said.get(0)))));
            case "capacity" ->
                List.of(Attempt.ofOffer(
                        "open-place", List.of(), unmet.code(), Effort.OPEN.cost(), copy -> copy.capacity(1)));
            case "environment" ->
                forms(
                        unmet,
                        "environment",
                        offer.environments().get(0),
                        NeedCopy::acceptEnvironment,
                        need.environments().get(0),
                        OfferCopy::addEnvironment);
            case "format" ->
                forms(
                        unmet,
                        "format",
                        offer.formats().get(0),
                        NeedCopy::acceptFormat,
                        need.formats().get(0),
                        OfferCopy::addFormat);
            case "label" ->
                List.of(
                        Attempt.ofNeed(
                                "do-without-label", said, unmet.code(), Effort.REDUCE.cost(), NeedCopy::noLabels),
                        Attempt.ofOffer(
                                "add-label",
                                need.labels().subList(0, 1),
                                unmet.code(),
                                Effort.PREPARE.cost(),
                                copy -> copy.addLabel(need.labels().get(0))));
            case "region" -> accepted(unmet, "accept-region", NeedCopy::acceptRegion);
            case "kind" -> accepted(unmet, "accept-kind", NeedCopy::acceptKind);
            default -> List.of();
        };
    }

    /** The startup asks for what is there, unless that is nothing; the hospital brings what is asked for. */
    private static List<Attempt> counted(
            Requirement unmet,
            String less,
            Consumer<NeedCopy> toNeed,
            String more,
            Effort effort,
            Consumer<OfferCopy> toOffer) {
        List<String> said = unmet.arguments();
        Attempt bring = Attempt.ofOffer(more, said, unmet.code(), effort.cost(unmet.weight()), toOffer);
        return unmet.weight() == 0
                ? List.of(bring)
                : List.of(Attempt.ofNeed(less, said, unmet.code(), Effort.REDUCE.cost(unmet.weight()), toNeed), bring);
    }

    /** Both sides take another form of the same thing, the first that the other names. */
    private static List<Attempt> forms(
            Requirement unmet,
            String form,
            String offered,
            BiConsumer<NeedCopy, String> accept,
            String wanted,
            BiConsumer<OfferCopy, String> add) {
        return List.of(
                Attempt.ofNeed(
                        "accept-" + form,
                        List.of(offered),
                        unmet.code(),
                        Effort.ACCEPT.cost(),
                        copy -> accept.accept(copy, offered)),
                Attempt.ofOffer(
                        "offer-" + form,
                        List.of(wanted),
                        unmet.code(),
                        Effort.PREPARE.cost(),
                        copy -> add.accept(copy, wanted)));
    }

    private static List<Attempt> accepted(Requirement unmet, String code, BiConsumer<NeedCopy, String> accept) {
        String offered = unmet.arguments().get(1);
        return List.of(Attempt.ofNeed(
                code, List.of(offered), unmet.code(), Effort.ACCEPT.cost(), copy -> accept.accept(copy, offered)));
    }

    /** The startup takes the years that both have, or those offered when there are none; the hospital covers all. */
    private static List<Attempt> years(Requirement unmet) {
        int from = Integer.parseInt(unmet.arguments().get(0));
        int to = Integer.parseInt(unmet.arguments().get(1));
        int offeredFrom = Integer.parseInt(unmet.arguments().get(2));
        int offeredTo = Integer.parseInt(unmet.arguments().get(3));
        boolean apart = offeredFrom > to || offeredTo < from;
        int first = apart ? offeredFrom : Math.max(from, offeredFrom);
        int last = apart ? offeredTo : Math.min(to, offeredTo);
        int wideFirst = Math.min(from, offeredFrom);
        int wideLast = Math.max(to, offeredTo);
        return List.of(
                Attempt.ofNeed(
                        apart ? "other-years" : "narrow-years",
                        written(from, to, first, last),
                        unmet.code(),
                        Effort.REDUCE.cost(unmet.weight()),
                        copy -> copy.years(first, last)),
                Attempt.ofOffer(
                        "widen-years",
                        written(offeredFrom, offeredTo, wideFirst, wideLast),
                        unmet.code(),
                        Effort.GATHER.cost(unmet.weight()),
                        copy -> copy.years(wideFirst, wideLast)));
    }

    private static List<String> written(int... years) {
        return Arrays.stream(years).mapToObj(Integer::toString).toList();
    }
}
