package dari.matching.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.matching.assignment.Assignment;
import dari.matching.assignment.BlockingPair;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.Correction;
import dari.matching.assignment.Difference;
import dari.matching.assignment.Feasibility;
import dari.matching.assignment.Finding;
import dari.matching.assignment.Pair;
import dari.matching.assignment.WhyNot;
import dari.matching.assignment.WhyNotTaken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code assign} as it is written.
 *
 * @param matching each applicant's place as the run gave it, null for none
 * @param corrected the result after what people changed; absent when nobody did
 * @param bounds what the soft bounds did and cost; absent when there are none
 * @param whatIf the answer to the scenario; absent when none was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignmentJson(
        Map<String, @Nullable String> matching,
        List<BlockingLine> blockingPairs,
        Map<String, List<WhyNotLine>> whyNot,
        Map<String, List<WhyNotTakenLine>> whyNotTaken,
        String optimal,
        long seed,
        String rules,
        List<FindingLine> feasibility,
        @Nullable Corrected corrected,
        @Nullable Bounds bounds,
        @Nullable WhatIf whatIf) {

    /** The result after the corrections, each with its reason, and the pairs that they leave blocking. */
    record Corrected(Map<String, @Nullable String> matching, List<Pair> blockingPairs, List<Correction> corrections) {

        static @Nullable Corrected of(Certificate certificate) {
            return certificate.corrections().isEmpty()
                    ? null
                    : new Corrected(certificate.matching(), certificate.blockingPairs(), certificate.corrections());
        }
    }

    record BlockingLine(String applicant, String place, BlockingPair.Because because) {

        static List<BlockingLine> of(Assignment assignment) {
            return assignment.blockingPairs().stream()
                    .map(pair -> new BlockingLine(pair.applicant(), pair.place(), pair.because()))
                    .toList();
        }
    }

    /** One place that was missed. */
    record WhyNotLine(
            String place,
            WhyNot.Reason reason,
            @Nullable Integer rank,
            @Nullable Integer cutoff) {}

    /** One applicant who was missed. */
    record WhyNotTakenLine(String applicant, WhyNotTaken.Reason reason, int rank) {}

    record FindingLine(
            Finding.Problem problem, boolean impossible, List<String> about, List<String> arguments, String message) {}

    /** How a bound stands, in the plain assignment and in this one. */
    record BoundLine(String bound, int atLeast, int plain, int reached, boolean met) {}

    /** An applicant whom the bounds moved. */
    record ShiftLine(
            String applicant,
            @Nullable String plain,
            @Nullable String now,
            boolean loses) {}

    record Bounds(
            List<BoundLine> standing,
            List<BoundedAssignment.KeptSeat> keptSeats,
            List<ShiftLine> shifts,
            Map<String, @Nullable String> plainMatching,
            List<BlockingLine> plainBlockingPairs) {

        static @Nullable Bounds of(BoundedAssignment bounded) {
            return bounded.bounds().isEmpty()
                    ? null
                    : new Bounds(
                            bounded.bounds().stream()
                                    .map(bound -> new BoundLine(
                                            bound.bound(),
                                            bound.atLeast(),
                                            bound.plain(),
                                            bound.reached(),
                                            bound.isMet()))
                                    .toList(),
                            bounded.kept(),
                            bounded.shifts().stream()
                                    .map(shift ->
                                            new ShiftLine(shift.applicant(), shift.plain(), shift.now(), shift.loses()))
                                    .toList(),
                            bounded.plain().places(),
                            BlockingLine.of(bounded.plain()));
        }
    }

    /** An applicant whom the scenario moves. */
    record MovedLine(
            String applicant,
            @Nullable String before,
            @Nullable String after,
            Difference.Effect effect) {}

    record WhatIf(
            Map<String, @Nullable String> matching,
            List<BlockingLine> blockingPairs,
            List<MovedLine> applicants,
            List<Difference.Changed> places,
            List<FindingLine> feasibility) {

        static WhatIf of(BoundedAssignment before, BoundedAssignment after) {
            Difference difference = Difference.between(before.assignment(), after.assignment());
            return new WhatIf(
                    after.assignment().places(),
                    BlockingLine.of(after.assignment()),
                    difference.applicants().stream()
                            .map(moved ->
                                    new MovedLine(moved.applicant(), moved.before(), moved.after(), moved.effect()))
                            .toList(),
                    difference.places(),
                    findings(after));
        }
    }

    static AssignmentJson of(
            BoundedAssignment bounded, boolean explain, @Nullable BoundedAssignment whatIf, Certificate certificate) {
        Assignment assignment = bounded.assignment();
        return new AssignmentJson(
                assignment.places(),
                BlockingLine.of(assignment),
                explain
                        ? each(
                                assignment.whyNot(),
                                why -> new WhyNotLine(why.place(), why.reason(), why.rank(), why.cutoff()))
                        : Map.of(),
                explain
                        ? each(
                                assignment.whyNotTaken(),
                                why -> new WhyNotTakenLine(why.applicant(), why.reason(), why.rank()))
                        : Map.of(),
                assignment.optimal().name().toLowerCase(Locale.ROOT),
                assignment.seed(),
                Certificate.RULES,
                findings(bounded),
                Corrected.of(certificate),
                Bounds.of(bounded),
                whatIf == null ? null : WhatIf.of(bounded, whatIf));
    }

    private static List<FindingLine> findings(BoundedAssignment bounded) {
        return Feasibility.check(bounded.plain().instance()).stream()
                .map(finding -> new FindingLine(
                        finding.problem(),
                        finding.problem().isImpossible(),
                        finding.about(),
                        finding.arguments(),
                        finding.getMessageKey()))
                .toList();
    }

    private static <A, B> Map<String, List<B>> each(Map<String, List<A>> lists, Function<A, B> line) {
        Map<String, List<B>> lines = new LinkedHashMap<>();
        lists.forEach((id, list) -> lines.put(id, list.stream().map(line).toList()));
        return lines;
    }
}
