package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.ProgramPapers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The certificates of everybody who takes part in an application, read once. */
record WalletPapers(Map<UUID, List<ProgramPapers.Paper>> byOrganization) {

    static WalletPapers read(CheckedApplication application, ProgramPapers papers) {
        return new WalletPapers(application.parties().stream()
                .filter(CheckedApplication.Party::asked)
                .map(CheckedApplication.Party::organization)
                .distinct()
                .collect(Collectors.toMap(organization -> organization, papers::of)));
    }

    ProgramPapers.@Nullable Paper of(UUID organization, ProgramPapers.Kind kind) {
        return byOrganization.getOrDefault(organization, List.of()).stream()
                .filter(paper -> paper.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    static CheckState state(ProgramPapers.@Nullable Paper paper, LocalDate today) {
        if (paper == null || !paper.readable()) {
            return CheckState.MISSING;
        }
        LocalDate end = paper.expiresOn();
        if (end == null) {
            return CheckState.UNDATED;
        }
        return today.isAfter(end) ? CheckState.EXPIRED : CheckState.THERE;
    }

    static CheckLine line(ProgramPapers.@Nullable Paper paper) {
        if (paper == null) {
            return CheckLine.of("paper.none");
        }
        if (!paper.readable()) {
            return CheckLine.of("paper.unreadable", paper.title());
        }
        LocalDate end = paper.expiresOn();
        return end == null
                ? CheckLine.of("paper.undated", paper.title())
                : CheckLine.of("paper.until", paper.title(), end);
    }
}
