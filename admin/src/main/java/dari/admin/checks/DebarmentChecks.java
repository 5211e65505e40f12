package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.eligibility.DebarmentRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether anybody who takes part, hospitals included, is on the list of exclusions today. */
@Component
class DebarmentChecks {

    private final DebarmentRepository list;

    DebarmentChecks(DebarmentRepository list) {
        this.list = list;
    }

    List<Found> of(CheckedApplication application) {
        if (application.call().eligibility().rule(DebarmentRule.class).isEmpty()) {
            return List.of();
        }
        Map<String, List<Debarment>> byNumber = list
                .findByRegistrationNumberInOrderByStartsOn(application.parties().stream()
                        .map(CheckedApplication.Party::registrationNumber)
                        .toList())
                .stream()
                .filter(debarment -> debarment.entry().holdsOn(application.today()))
                .collect(Collectors.groupingBy(debarment -> debarment.entry().registrationNumber()));
        long known = list.count();
        return application.parties().stream()
                .flatMap(party -> {
                    List<Debarment> hits = byNumber.getOrDefault(party.registrationNumber(), List.of());
                    return hits.isEmpty()
                            ? Stream.of(Found.of(
                                    CheckKind.DEBARMENT,
                                    party,
                                    CheckState.CLEAR,
                                    List.of(CheckLine.of("debarment.none", known)),
                                    null,
                                    null,
                                    ""))
                            : hits.stream().map(hit -> hit(party, hit));
                })
                .toList();
    }

    private static Found hit(CheckedApplication.Party party, Debarment debarment) {
        DebarmentEntry entry = debarment.entry();
        return Found.of(
                CheckKind.DEBARMENT,
                party,
                CheckState.HIT,
                List.of(
                        CheckLine.of("debarment.hit", entry.name(), entry.formattedNumber()),
                        CheckLine.of("debarment.period", entry.startsOn(), entry.endsOn()),
                        CheckLine.of("debarment.reason", entry.reason())),
                null,
                null,
                debarment.id() + "|" + entry);
    }
}
