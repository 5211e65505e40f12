package dari.admin.checks;

import dari.admin.CalledByOthers;
import dari.admin.FirmSizes;
import dari.admin.ForApplicants;
import dari.admin.ProgramPapers;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures that firms keep of themselves, by business year. */
@Service
@Transactional
public class FirmFigureBook implements FirmSizes {

    private final FirmFiguresRepository book;
    private final ProgramPapers papers;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    FirmFigureBook(
            FirmFiguresRepository book,
            ProgramPapers papers,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.book = book;
        this.papers = papers;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /** Every year of the actor's firm, the newest first. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<FiguresView> mine() {
        return book.findByOrganizationOrderByYearEndDesc(surroundings.actor().organization()).stream()
                .map(FirmFigures::view)
                .toList();
    }

    /** The certificates the office will look for in the actor's wallet, and what it would find today. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<Certificate> certificates() {
        List<ProgramPapers.Paper> present = papers.of(surroundings.actor().organization());
        return Arrays.stream(ProgramPapers.Kind.values())
                .map(kind -> {
                    ProgramPapers.Paper paper = present.stream()
                            .filter(one -> one.kind() == kind)
                            .findFirst()
                            .orElse(null);
                    return new Certificate(kind, WalletPapers.state(paper, today()), paper);
                })
                .toList();
    }

    /** @param paper null where there is none */
    public record Certificate(ProgramPapers.Kind kind, CheckState state, ProgramPapers.@Nullable Paper paper) {}

    /** @throws ProgramRuleBrokenException when the business year is not over */
    @ForApplicants
    public void keep(FiguresView figures) {
        if (figures.yearEnd().isAfter(today())) {
            throw new ProgramRuleBrokenException("checks.figures.yearEnd.future");
        }
        UUID organization = surroundings.actor().organization();
        UUID by = surroundings.actor().user();
        book.findByOrganizationAndYearEnd(organization, figures.yearEnd())
                .ifPresentOrElse(
                        kept -> kept.change(figures, by, clock.instant()),
                        () -> book.save(
                                new FirmFigures(surroundings.newId(), organization, figures, by, clock.instant())));
        surroundings.record(
                "firm.figuresKept",
                "organization",
                organization,
                Map.of("yearEnd", figures.yearEnd().toString()),
                null);
    }

    @Override
    @CalledByOthers
    @Transactional(readOnly = true)
    public Optional<FirmSize> derived(UUID organization, SizeLimits limits) {
        return latest(organization).map(figures -> figures.size(limits));
    }

    Optional<FirmFigures> latest(UUID organization) {
        return book.findFirstByOrganizationOrderByYearEndDesc(organization);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
