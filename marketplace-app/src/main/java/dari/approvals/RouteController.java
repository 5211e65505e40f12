package dari.approvals;

import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A project's way through the boards, for both sides. */
@Controller
class RouteController {

    private final Approvals approvals;
    private final Projects projects;
    private final CurrentActor currentActor;

    RouteController(Approvals approvals, Projects projects, CurrentActor currentActor) {
        this.approvals = approvals;
        this.projects = projects;
        this.currentActor = currentActor;
    }

    @GetMapping("/projects/{project}/route")
    String route(@PathVariable UUID project, Model model) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("project", projects.show(id));
        model.addAttribute("route", approvals.route(id));
        model.addAttribute("startup", currentActor.get().face() == Face.STARTUP);
        model.addAttribute(
                "secretary",
                currentActor.get().is(Role.HOSPITAL_BOARD_SECRETARY)
                        || currentActor.get().is(Role.HOSPITAL_OFFICE));
        model.addAttribute("program", currentActor.get().is(Role.PROGRAM_ADMINISTRATOR));
        return "approvals/route";
    }

    @PostMapping("/projects/{project}/route/renew")
    String renew(@PathVariable UUID project, RedirectAttributes next) {
        return Acting.then(page(project), next, "approvals.saved", () -> approvals.renewRoute(new ProjectId(project)));
    }

    @PostMapping("/projects/{project}/route/end")
    String end(@PathVariable UUID project, @RequestParam(defaultValue = "") String day, RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        projects.show(id);
        return Acting.then(page(project), next, "approvals.saved", () -> approvals.programEnds(id, Typed.day(day)));
    }

    @PostMapping("/approvals/{approval}/settle")
    String settle(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String needed,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        ApprovalView found = approvals.mine(approval);
        return Acting.then(
                page(found.project().value()),
                next,
                "approvals.saved",
                () -> approvals.settle(approval, needed.equals("yes"), Typed.text(reason)));
    }

    @PostMapping("/approvals/{approval}/submit")
    String submit(@PathVariable UUID approval, RedirectAttributes next) {
        ApprovalView found = approvals.mine(approval);
        return Acting.then(
                page(found.project().value()), next, "approvals.submitted", () -> approvals.submit(approval));
    }

    @PostMapping("/approvals/{approval}/papers")
    String paper(
            @PathVariable UUID approval,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        ApprovalView found = approvals.mine(approval);
        return Acting.then(page(found.project().value()), next, "approvals.saved", () -> {
            String text = Typed.text(title, Typed.TITLE);
            if (file == null || file.isEmpty()) {
                throw new RuleBrokenException("approvals.file.missing");
            }
            approvals.addPaper(approval, text, file);
        });
    }

    @GetMapping("/approvals/{approval}/papers/{paper}")
    ResponseEntity<byte[]> paper(@PathVariable UUID approval, @PathVariable UUID paper) {
        return approvals.paper(approval, paper).answer();
    }

    private static String page(UUID project) {
        return "/projects/" + project + "/route";
    }
}
