package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.ProgramPapers;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import dari.admin.eligibility.SizeRule;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How large each firm is: by its figures and its confirmation. A person confirms it. */
@Component
class SizeChecks {

    private final FirmFigureBook book;

    SizeChecks(FirmFigureBook book) {
        this.book = book;
    }

    List<Found> of(CheckedApplication application, WalletPapers papers) {
        Optional<SizeRule> rule = application.call().eligibility().rule(SizeRule.class);
        if (rule.isEmpty()) {
            return List.of();
        }
        return application.parties().stream()
                .filter(party -> party.firm() && party.asked())
                .map(party -> firm(party, rule.get(), papers, application.today()))
                .toList();
    }

    private Found firm(CheckedApplication.Party party, SizeRule rule, WalletPapers papers, LocalDate today) {
        ProgramPapers.Paper paper = papers.of(party.organization(), ProgramPapers.Kind.SME_CONFIRMATION);
        Optional<FirmFigures> figures = book.latest(party.organization());
        List<CheckLine> evidence = new ArrayList<>();
        FirmSize derived = figures.map(kept -> kept.size(rule.limits())).orElse(null);
        figures.ifPresentOrElse(
                kept -> evidence.addAll(lines(kept, rule.limits(), today)),
                () -> evidence.add(CheckLine.of("size.none")));
        FirmSize suggested = derived == null ? party.declared() : derived;
        if (derived == null && suggested != null) {
            evidence.add(CheckLine.of("size.declared." + suggested.name()));
        }
        if (suggested != null && !rule.allowed().contains(suggested)) {
            evidence.add(CheckLine.of("size.notAllowed"));
        }
        CheckState ofPaper = WalletPapers.state(paper, today);
        evidence.add(WalletPapers.line(paper));
        CheckState state =
                ofPaper == CheckState.THERE ? (derived == null ? CheckState.MISSING : CheckState.CONFIRM) : ofPaper;
        return Found.of(CheckKind.SIZE, party, state, evidence, paper, suggested, restsOn(figures, paper, suggested));
    }

    private static List<CheckLine> lines(FirmFigures kept, SizeLimits limits, LocalDate today) {
        FiguresView figures = kept.view();
        SizeLimits.Line line = limits.line(figures.industry());
        List<CheckLine> lines = new ArrayList<>();
        lines.add(CheckLine.of("size.derived." + kept.size(limits).name(), figures.yearEnd()));
        lines.add(CheckLine.of(
                "size.figures." + figures.industry().name(),
                won(figures.salesWon()),
                won(figures.assetsWon()),
                won(line.smallWon()),
                won(line.mediumWon())));
        if (figures.largeGroup()) {
            lines.add(CheckLine.of("size.group"));
        }
        if (kept.isOldOn(today)) {
            lines.add(CheckLine.of("size.old", figures.yearEnd()));
        }
        return lines;
    }

    private static String won(long amount) {
        return NumberFormat.getIntegerInstance(Locale.KOREA).format(amount);
    }

    private static String restsOn(
            Optional<FirmFigures> figures, ProgramPapers.@Nullable Paper paper, @Nullable FirmSize suggested) {
        UUID file = paper == null ? null : paper.file();
        LocalDate until = paper == null ? null : paper.expiresOn();
        return figures.map(FirmFigures::print).orElse("") + "|" + file + "|" + until + "|" + suggested;
    }
}
