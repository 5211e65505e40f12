package dari.approvals;

import dari.boards.BoardRoutes;
import dari.boards.BoardRoutes.Forecast;
import dari.boards.BoardRoutes.Stage;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.Approval;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the boards' words together mean: for access, and for the day on which it can begin. */
@Component
class RouteEffect {

    private final BoardApprovalRepository approvals;
    private final BoardSittingRepository sittings;
    private final ProgramEndRepository ends;
    private final BoardRoutes routes;
    private final Projects projects;
    private final Organizations organizations;
    private final Clock clock;
    private final ZoneId seoul;

    RouteEffect(
            BoardApprovalRepository approvals,
            BoardSittingRepository sittings,
            ProgramEndRepository ends,
            BoardRoutes routes,
            Projects projects,
            Organizations organizations,
            Clock clock,
            ZoneId seoul) {
        this.approvals = approvals;
        this.sittings = sittings;
        this.ends = ends;
        this.routes = routes;
        this.projects = projects;
        this.organizations = organizations;
        this.clock = clock;
        this.seoul = seoul;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    /** Carries what the boards say over to the project, whose access rests on it. */
    void carryOver(ProjectId project) {
        List<BoardApproval> way = approvals.findByProjectOrderByPlaceAscIdAsc(project);
        if (way.isEmpty()) {
            return;
        }
        List<BoardApproval> asked = way.stream()
                .filter(one -> one.state() != ApprovalState.NOT_NEEDED)
                .toList();
        if (!asked.stream().allMatch(one -> one.state().isAgreed())) {
            projects.boardsAsked(project);
            return;
        }
        projects.boardsAgreed(
                project,
                together(asked),
                references(way),
                asked.stream()
                        .map(BoardApproval::validUntil)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** As much of the boards' numbers as a project has room for; null when nobody gave one. */
    private static @Nullable String references(List<BoardApproval> way) {
        String all = way.stream()
                .map(BoardApproval::reference)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            return null;
        }
        return all.codePointCount(0, all.length()) <= Typed.REFERENCE
                ? all
                : all.substring(0, all.offsetByCodePoints(0, Typed.REFERENCE - 1)) + "…";
    }

    private static Approval together(List<BoardApproval> agreed) {
        if (agreed.isEmpty()) {
            return Approval.NOT_NEEDED;
        }
        return agreed.stream().allMatch(one -> one.state() == ApprovalState.EXEMPT)
                ? Approval.EXEMPT
                : Approval.APPROVED;
    }

    /** By the sitting's id. */
    Map<UUID, LocalDate> days(List<BoardApproval> way) {
        return sittings
                .findByIdIn(way.stream()
                        .map(BoardApproval::sitting)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(BoardSitting::id, BoardSitting::day));
    }

    Forecast forecast(ProjectView project, List<BoardApproval> way) {
        Map<UUID, LocalDate> days = days(way);
        LocalDate today = today();
        return routes.forecast(
                project.hospital().id(),
                way.stream()
                        .filter(one -> one.state() != ApprovalState.NOT_NEEDED)
                        .map(one -> new Stage(
                                one.board(),
                                one.place(),
                                one.holdsOn(today) ? today : null,
                                one.state().isBeforeBoard() && one.sitting() != null ? days.get(one.sitting()) : null))
                        .toList(),
                today);
    }

    @Nullable
    LocalDate programEnd(ProjectId project) {
        return ends.findById(project).map(ProgramEnd::endsOn).orElse(null);
    }

    /** The last day of access if it begins on a day. */
    static @Nullable LocalDate lastDay(ProjectView project, @Nullable LocalDate start) {
        return start == null ? null : start.plusDays(project.terms().accessDays());
    }

    /** Both sides and, where the program's end no longer holds, both sides in other words, hear of new dates. */
    void tellDates(ProjectId id, Map<ProjectId, ProjectView> known) {
        ProjectView project = known.computeIfAbsent(id, projects::facts);
        LocalDate start = forecast(project, approvals.findByProjectOrderByPlaceAscIdAsc(id))
                .start();
        LocalDate last = lastDay(project, start);
        LocalDate end = programEnd(id);
        boolean late = last != null && end != null && last.isAfter(end);
        tell(
                project,
                late ? "approvals.notice.late" : "approvals.notice.postponed",
                project.number(),
                start == null ? "?" : start.toString());
    }

    void tell(ProjectView project, String key, String... arguments) {
        Notice notice = Notice.of(key, "/projects/" + project.id().value() + "/route", arguments);
        organizations.tell(project.startup().id(), Set.of(), notice);
        organizations.tell(project.hospital().id(), Set.of(), notice);
    }

    static Map<UUID, BoardApproval> byId(List<BoardApproval> several) {
        return several.stream().collect(Collectors.toMap(BoardApproval::id, Function.identity()));
    }
}
