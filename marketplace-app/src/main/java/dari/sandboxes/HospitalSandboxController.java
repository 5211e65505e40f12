package dari.sandboxes;

import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.provisioner.BadInput;
import dari.provisioner.release.Release;
import dari.workspace.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's desk for preparing and letting go. */
@Controller
@RequestMapping("/hospital/sandboxes")
class HospitalSandboxController {

    private static final int PAGE = 20;

    private final Sandboxes sandboxes;
    private final Preparation preparation;
    private final SandboxAccess access;
    private final RecipeFaultText faults;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    HospitalSandboxController(
            Sandboxes sandboxes,
            Preparation preparation,
            SandboxAccess access,
            RecipeFaultText faults,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.sandboxes = sandboxes;
        this.preparation = preparation;
        this.access = access;
        this.faults = faults;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    record RecipeForm(
            @NotBlank(message = "{sandboxes.recipe.missing}") @Size(max = 100_000, message = "{needs.text.long}")
            String recipe) {}

    record ReviewForm(
            @NotBlank(message = "{admin.reason.missing}") @Size(max = 1000, message = "{needs.text.long}")
            String reason) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<SandboxView> found = sandboxes.mine(Math.max(0, page), PAGE);
        model.addAttribute("sandboxes", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), "/hospital/sandboxes"));
        return "sandboxes/hospital-list";
    }

    /** @param epsilon chosen on the page that shows what each means: put into the recipe, which the steward then saves */
    @GetMapping("/{sandbox}")
    String show(@PathVariable UUID sandbox, @RequestParam(required = false) @Nullable BigDecimal epsilon, Model model) {
        SandboxView view = sandboxes.show(new SandboxId(sandbox));
        String recipe = view.recipe() == null ? "" : view.recipe();
        model.addAttribute("recipeForm", new RecipeForm(epsilon == null ? recipe : RecipeDraft.with(epsilon, recipe)));
        model.addAttribute("form", new ReviewForm(""));
        return page(view, model);
    }

    @GetMapping("/{sandbox}/certificate")
    String certificate(@PathVariable UUID sandbox, Model model) {
        SandboxId id = new SandboxId(sandbox);
        Release release = sandboxes.releaseForReview(id).orElseThrow(() -> new NotFoundException("release"));
        return SandboxController.certificate(release, sandboxes.show(id), "/hospital/sandboxes/" + sandbox, model);
    }

    @PostMapping("/{sandbox}/recipe")
    String recipe(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("recipeForm") RecipeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean ask,
            Model model,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        SandboxId id = new SandboxId(sandbox);
        if (!errors.hasErrors()) {
            try {
                if (ask) {
                    model.addAttribute("asked", true);
                    sandboxes.cost(id, form.recipe()).ifPresent(cost -> model.addAttribute("cost", cost));
                    model.addAttribute("form", new ReviewForm(""));
                    return page(sandboxes.show(id), model);
                }
                preparation.setRecipe(id, form.recipe(), RecipeUpload.all(files));
                next.addFlashAttribute("toast", "sandboxes.recipe.saved");
                return "redirect:/hospital/sandboxes/" + sandbox;
            } catch (BadInput e) {
                errors.rejectValue("recipe", "sandboxes.recipe.bad", new Object[] {said(e, locale)}, null);
            } catch (RuleBrokenException e) {
                errors.rejectValue("recipe", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("form", new ReviewForm(""));
        return page(sandboxes.show(id), model);
    }

    private String said(BadInput wrong, Locale locale) {
        RecipeFaultText.Said said = faults.of(wrong, locale);
        return wrong.where() + ": " + said.what() + "; " + said.whatToDo();
    }

    /** A public file that the recipe names, as it was uploaded. */
    @GetMapping("/{sandbox}/recipe-file")
    ResponseEntity<String> recipeFile(@PathVariable UUID sandbox, @RequestParam(defaultValue = "") String name) {
        String content = sandboxes
                .recipeFile(new SandboxId(sandbox), name)
                .orElseThrow(() -> new NotFoundException("file of a recipe"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.substring(name.lastIndexOf('/') + 1))
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    @PostMapping("/{sandbox}/review")
    String review(
            @PathVariable UUID sandbox,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            @RequestParam String decision,
            Model model,
            RedirectAttributes next) {
        SandboxId id = new SandboxId(sandbox);
        if (!errors.hasErrors()) {
            try {
                preparation.review(id, decision.equals("approve"), form.reason().strip());
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/hospital/sandboxes/" + sandbox;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        SandboxView view = sandboxes.show(id);
        model.addAttribute("recipeForm", new RecipeForm(view.recipe() == null ? "" : view.recipe()));
        return page(view, model);
    }

    @PostMapping("/{sandbox}/restore")
    String restore(@PathVariable UUID sandbox, RedirectAttributes next) {
        try {
            access.restore(new SandboxId(sandbox));
            next.addFlashAttribute("toast", "sandboxes.restored");
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
        }
        return "redirect:/hospital/sandboxes/" + sandbox;
    }

    private String page(SandboxView view, Model model) {
        model.addAttribute("sandbox", view);
        model.addAttribute("checkedAt", clock.instant().atZone(seoul));
        model.addAttribute("steward", currentActor.get().is(Role.HOSPITAL_STEWARD));
        sandboxes.recipe(view.id()).ifPresent(recipe -> model.addAttribute("recipe", recipe));
        sandboxes.releaseForReview(view.id()).ifPresent(release -> {
            model.addAttribute("certificate", release.certificate());
            model.addAttribute("assessment", release.assessment());
            model.addAttribute("attacks", AttackChart.of(release.assessment().attacks()));
        });
        return "sandboxes/gate";
    }
}
