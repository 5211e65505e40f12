package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.CheckedApplications;
import dari.admin.eligibility.DuplicateFundingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether the same work of the same firm is paid for elsewhere, where the call asks: by another award of Dari, or of another
 * program as the imported list has it; and, in every call, whether the firm asks it twice. Hospitals are not held against it:
 * taking part in many awards is what they are for.
 */
@Component
class DuplicateChecks {

    private static final int PERCENT = 100;

    private final CheckedApplications applications;
    private final OutsideAwardRepository outside;

    DuplicateChecks(CheckedApplications applications, OutsideAwardRepository outside) {
        this.applications = applications;
        this.outside = outside;
    }

    List<Found> of(CheckedApplication application) {
        List<CheckedApplication.Party> firms = application.parties().stream()
                .filter(CheckedApplication.Party::firm)
                .toList();
        List<CheckedApplication.Rival> rivals = applications.rivals(application, firms);
        if (application.call().eligibility().rule(DuplicateFundingRule.class).isEmpty()) {
            return firms.stream()
                    .flatMap(firm -> asksTwice(application, firm, rivals))
                    .toList();
        }
        List<CheckedApplication.Paid> paid = applications.paidTo(
                application.id(),
                firms.stream().map(CheckedApplication.Party::organization).collect(Collectors.toSet()),
                application.today());
        List<OutsideAward> others = outside.findByRegistrationNumberInAndEndsOnGreaterThanEqualOrderById(
                firms.stream().map(CheckedApplication.Party::registrationNumber).collect(Collectors.toSet()),
                application.today());
        return firms.stream()
                .flatMap(firm -> firm(application, firm, paid, others, rivals).stream())
                .toList();
    }

    /**
     * Where a call does not ask about other money: the same work asked for twice is for a person to decide all the same, two
     * different applications of one firm are said without stopping anything.
     */
    private static Stream<Found> asksTwice(
            CheckedApplication application, CheckedApplication.Party firm, List<CheckedApplication.Rival> rivals) {
        return rivals.stream()
                .filter(rival -> rival.firm().equals(firm.organization()))
                .map(rival -> found(
                        application, firm, rival, isSameWork(application, rival) ? CheckState.HIT : CheckState.NOTED));
    }

    private static boolean isSameWork(CheckedApplication application, CheckedApplication.Rival rival) {
        return rival.offer().equals(application.offer())
                || Likeness.most(application.titles(), rival.title()) >= Likeness.ALIKE;
    }

    /** Both stand in one list: whoever decides sees it at either, whatever becomes of the other. */
    private static Found found(
            CheckedApplication application,
            CheckedApplication.Party firm,
            CheckedApplication.Rival rival,
            CheckState state) {
        List<CheckLine> lines = new ArrayList<>();
        lines.add(CheckLine.of("duplicate.rival", rival.title(), rival.hospitalName()));
        lines.add(CheckLine.of(rival.sameAccount() ? "duplicate.sameFirm" : "duplicate.sameNumber"));
        if (rival.offer().equals(application.offer())) {
            lines.add(CheckLine.of("duplicate.sameData"));
        }
        withTitle(lines, application, rival.title());
        return Found.of(CheckKind.DUPLICATE, firm, state, lines, null, null, "rival|" + rival.application());
    }

    private static List<Found> firm(
            CheckedApplication application,
            CheckedApplication.Party firm,
            List<CheckedApplication.Paid> paid,
            List<OutsideAward> others,
            List<CheckedApplication.Rival> rivals) {
        List<Found> hits = new ArrayList<>();
        rivals.stream()
                .filter(rival -> rival.firm().equals(firm.organization()))
                .forEach(rival -> hits.add(found(application, firm, rival, CheckState.HIT)));
        List<CheckedApplication.Paid> own = paid.stream()
                .filter(award -> award.organization().equals(firm.organization()))
                .filter(award -> !award.from().isAfter(application.until()))
                .toList();
        own.forEach(award -> {
            List<CheckLine> alike = alike(application, award);
            if (!alike.isEmpty()) {
                hits.add(hit(firm, award, alike));
            }
        });
        List<OutsideAward> elsewhere = others.stream()
                .filter(award -> award.entry().registrationNumber().equals(firm.registrationNumber()))
                .filter(award -> !award.entry().startsOn().isAfter(application.until()))
                .toList();
        elsewhere.forEach(award -> {
            List<CheckLine> alike = alike(application, award.entry());
            if (!alike.isEmpty()) {
                hits.add(hit(firm, award, alike));
            }
        });
        return hits.isEmpty()
                ? List.of(Found.of(
                        CheckKind.DUPLICATE,
                        firm,
                        CheckState.CLEAR,
                        List.of(CheckLine.of("duplicate.none", own.size(), elsewhere.size())),
                        null,
                        null,
                        ""))
                : hits;
    }

    private static List<CheckLine> alike(CheckedApplication application, CheckedApplication.Paid award) {
        List<CheckLine> alike = new ArrayList<>();
        if (award.offer().equals(application.offer())) {
            alike.add(CheckLine.of("duplicate.sameData"));
        } else if (award.hospital().equals(application.hospital())) {
            alike.add(new CheckLine(
                    "duplicate.sameHospital", List.of(award.hospitalNameKo()), List.of(award.hospitalNameEn())));
        }
        return withTitle(alike, application, award.title());
    }

    private static List<CheckLine> alike(CheckedApplication application, OutsideEntry award) {
        List<CheckLine> alike = new ArrayList<>();
        if (Likeness.sameName(award.hospital(), application.hospitalName())) {
            alike.add(CheckLine.of("duplicate.sameHospital", award.hospital()));
        }
        return withTitle(alike, application, award.title());
    }

    private static List<CheckLine> withTitle(List<CheckLine> alike, CheckedApplication application, String title) {
        double likeness = Likeness.most(application.titles(), title);
        if (likeness >= Likeness.ALIKE) {
            alike.add(CheckLine.of("duplicate.title", title, Math.round(PERCENT * likeness)));
        }
        return alike;
    }

    private static Found hit(CheckedApplication.Party firm, CheckedApplication.Paid award, List<CheckLine> alike) {
        List<CheckLine> lines = new ArrayList<>();
        lines.add(new CheckLine("duplicate.dari", List.of(award.callTitleKo()), List.of(award.callTitleEn())));
        lines.add(CheckLine.of("duplicate.period", award.from(), award.until()));
        lines.addAll(alike);
        // A name that only reads otherwise in English is nothing to decide anew.
        List<String> read = lines.stream().map(line -> line.key() + line.ko()).toList();
        return Found.of(CheckKind.DUPLICATE, firm, CheckState.HIT, lines, null, null, award.application() + "|" + read);
    }

    private static Found hit(CheckedApplication.Party firm, OutsideAward award, List<CheckLine> alike) {
        OutsideEntry entry = award.entry();
        List<CheckLine> lines = new ArrayList<>();
        lines.add(CheckLine.of("duplicate.outside", entry.program(), entry.title()));
        lines.add(CheckLine.of("duplicate.period", entry.startsOn(), entry.endsOn()));
        lines.addAll(alike);
        return Found.of(CheckKind.DUPLICATE, firm, CheckState.HIT, lines, null, null, award.id() + "|" + entry);
    }
}
