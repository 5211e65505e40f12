package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.ProgramPapers;
import dari.admin.eligibility.TaxRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether the certificates of national and local tax are there and hold on the day of the check. */
@Component
class TaxChecks {

    private static final Map<CheckKind, ProgramPapers.Kind> PAPERS = Map.of(
            CheckKind.NATIONAL_TAX, ProgramPapers.Kind.NATIONAL_TAX,
            CheckKind.LOCAL_TAX, ProgramPapers.Kind.LOCAL_TAX);

    List<Found> of(CheckedApplication application, WalletPapers papers) {
        if (application.call().eligibility().rule(TaxRule.class).isEmpty()) {
            return List.of();
        }
        return application.parties().stream()
                .filter(CheckedApplication.Party::asked)
                .flatMap(party -> Stream.of(CheckKind.NATIONAL_TAX, CheckKind.LOCAL_TAX)
                        .map(kind -> paper(kind, party, papers, application.today())))
                .toList();
    }

    private static Found paper(CheckKind kind, CheckedApplication.Party party, WalletPapers papers, LocalDate today) {
        ProgramPapers.Paper paper =
                papers.of(party.organization(), PAPERS.getOrDefault(kind, ProgramPapers.Kind.NATIONAL_TAX));
        return Found.of(
                kind,
                party,
                WalletPapers.state(paper, today),
                List.of(WalletPapers.line(paper)),
                paper,
                null,
                paper == null ? "" : paper.file() + "|" + paper.expiresOn());
    }
}
