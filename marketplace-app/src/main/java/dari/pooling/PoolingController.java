package dari.pooling;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.Projects;
import dari.provisioner.query.QueryLimits;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a startup asks for rows of several hospitals side by side, each hospital answers, and questions are asked of all. */
@Controller
@RequestMapping("/projects/{project}/pooling")
class PoolingController {

    private static final int MOST_WORDS = 1000;
    private static final int MOST_NAME = 100;
    private static final int MOST_SQL = 20_000;

    private final Poolings poolings;
    private final PooledQueries queries;
    private final Projects projects;
    private final CurrentActor currentActor;

    PoolingController(Poolings poolings, PooledQueries queries, Projects projects, CurrentActor currentActor) {
        this.poolings = poolings;
        this.queries = queries;
        this.projects = projects;
        this.currentActor = currentActor;
    }

    @GetMapping
    String show(@PathVariable UUID project, Model model) {
        return page(new ProjectId(project), model);
    }

    @PostMapping
    String ask(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") List<UUID> parts,
            @RequestParam(defaultValue = "") String purpose,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("typedPurpose", purpose);
        return then(
                id,
                model,
                next,
                () -> poolings.ask(
                        id,
                        parts.stream().map(ProjectId::new).toList(),
                        words(purpose, MOST_WORDS, "pooling.purpose.missing")));
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("typedName", name);
        model.addAttribute("typedReason", reason);
        return then(
                id,
                model,
                next,
                () -> poolings.decide(
                        id,
                        decision.equals("consent"),
                        words(name, MOST_NAME, "pooling.name.missing"),
                        hash,
                        words(reason, MOST_WORDS, "pooling.reason.missing")));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("typedReason", reason);
        return then(id, model, next, () -> poolings.withdraw(id, words(reason, MOST_WORDS, "pooling.reason.missing")));
    }

    @PostMapping("/query")
    String query(@PathVariable UUID project, @RequestParam(defaultValue = "") String sql, Model model) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("typedSql", sql);
        try {
            model.addAttribute("answer", queries.ask(id, words(sql, MOST_SQL, "queries.sql.missing")));
        } catch (RuleBrokenException e) {
            refuse(model, e);
        }
        return page(id, model);
    }

    @PostMapping("/linkage")
    String link(
            @PathVariable UUID project,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("typedLinkage", reason);
        return then(
                id, model, next, () -> poolings.refuseLinkage(id, words(reason, MOST_WORDS, "pooling.reason.missing")));
    }

    @PostMapping("/linkage/outside")
    String outside(
            @PathVariable UUID project,
            @RequestParam(required = false) @Nullable UUID step,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            RedirectAttributes next) {
        ProjectId id = new ProjectId(project);
        if (step == null) {
            throw new NotFoundException("linkage");
        }
        return then(
                id,
                model,
                next,
                () -> poolings.noteLinkage(
                        id,
                        step,
                        words(body, MOST_NAME, "pooling.body.missing"),
                        words(reference, MOST_NAME, "pooling.body.missing")));
    }

    private String page(ProjectId id, Model model) {
        Actor actor = currentActor.get();
        model.addAttribute("project", projects.show(id));
        model.addAttribute(
                "siblings",
                projects.parts(id).stream()
                        .filter(part -> part.status() != ProjectStatus.ENDED)
                        .toList());
        model.addAttribute("pooling", poolings.of(id).orElse(null));
        model.addAttribute("linkages", poolings.linkages(id));
        model.addAttribute("startup", actor.face() == Face.STARTUP);
        model.addAttribute("scientist", actor.is(Role.STARTUP_DATA_SCIENTIST));
        model.addAttribute("signatory", actor.is(Role.HOSPITAL_SIGNATORY));
        model.addAttribute("limits", QueryLimits.DEFAULT);
        return "pooling/pooling";
    }

    private String then(ProjectId id, Model model, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", "pooling.saved");
            return "redirect:" + Poolings.page(id);
        } catch (RuleBrokenException e) {
            refuse(model, e);
            return page(id, model);
        }
    }

    private static void refuse(Model model, RuleBrokenException broken) {
        model.addAttribute("refusal", broken.messageKey());
        model.addAttribute("refusalArguments", broken.arguments().toArray());
    }

    private static String words(String typed, int most, String missing) {
        String words = typed.strip();
        if (words.isEmpty() || words.length() > most) {
            throw new RuleBrokenException(missing);
        }
        return words;
    }
}
