package dari.organizations;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.notifications.Notifications;
import dari.notifications.OpenedNotice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Follows a notice to its page. Who belongs to several organisations works from then on for the one the notice is for:
 * the page would not exist for the others.
 */
@Controller
class NoticeLinkController {

    private static final Map<String, Face> FACES = Map.of(
            "/startup", Face.STARTUP, "/hospital", Face.HOSPITAL, "/program", Face.PROGRAM, "/reviews", Face.PROGRAM);

    private final Notifications notifications;
    private final Teams teams;
    private final CurrentActor currentActor;

    NoticeLinkController(Notifications notifications, Teams teams, CurrentActor currentActor) {
        this.notifications = notifications;
        this.teams = teams;
        this.currentActor = currentActor;
    }

    @GetMapping("/notifications/{notice}")
    String follow(@PathVariable UUID notice, HttpServletRequest request, RedirectAttributes next) {
        OpenedNotice opened = notifications.open(notice);
        List<OrganizationMembership> mine = teams.memberships();
        Optional<OrganizationId> home =
                opened.organization() == null ? homeOf(opened.link(), mine) : Optional.of(opened.organization());
        if (home.isPresent() && !isCurrent(home.get())) {
            if (mine.stream().noneMatch(membership -> isOf(membership, home.get()))) {
                throw new RuleBrokenException("letters.rule.noMember");
            }
            ChosenOrganization.choose(request, home.get());
            next.addFlashAttribute("toast", "letters.switched");
        }
        return "redirect:" + opened.link();
    }

    /** A notice for the person leads to one of the desks: to an organisation that has it, the present one first. */
    private Optional<OrganizationId> homeOf(String link, List<OrganizationMembership> mine) {
        return FACES.entrySet().stream()
                .filter(face -> link.startsWith(face.getKey()))
                .map(Map.Entry::getValue)
                .filter(face -> currentActor
                        .find()
                        .map(Actor::face)
                        .filter(face::equals)
                        .isEmpty())
                .flatMap(face -> mine.stream()
                        .map(OrganizationMembership::organization)
                        .filter(organization -> organization.face() == face)
                        .map(OrganizationFacts::id))
                .findFirst();
    }

    private boolean isCurrent(OrganizationId organization) {
        return currentActor
                .find()
                .map(Actor::organization)
                .filter(organization::equals)
                .isPresent();
    }

    private static boolean isOf(OrganizationMembership membership, OrganizationId organization) {
        return membership.organization().id().equals(organization);
    }
}
