package dari.profiles;

import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.DatasetSources;
import dari.provisioner.profile.Coarsening;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's desk for what its datasets show. */
@Controller
@RequestMapping("/hospital/profiles")
class ProfileController {

    private final DatasetProfiles profiles;
    private final DatasetSources sources;
    private final CurrentActor currentActor;

    ProfileController(DatasetProfiles profiles, DatasetSources sources, CurrentActor currentActor) {
        this.profiles = profiles;
        this.sources = sources;
        this.currentActor = currentActor;
    }

    /** What is left out, as {@code table.column}, and the name the steward signs with. */
    record SignForm(
            @Nullable List<String> hiddenColumns,
            @Nullable List<String> hiddenValues,

            @NotBlank(message = "{profiles.name.missing}") @Size(max = 100, message = "{needs.text.long}")
            String name) {

        static final SignForm EMPTY = new SignForm(List.of(), List.of(), "");

        Coarsening coarsening() {
            return new Coarsening(
                    hiddenColumns == null ? Set.of() : Set.copyOf(hiddenColumns),
                    hiddenValues == null ? Set.of() : Set.copyOf(hiddenValues));
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("profiles", profiles.mine());
        model.addAttribute("sources", sources.ofMyHospital());
        model.addAttribute("steward", isSteward());
        return "profiles/list";
    }

    @PostMapping
    String ask(@RequestParam String source, RedirectAttributes next) {
        try {
            return "redirect:/hospital/profiles/" + profiles.ask(source);
        } catch (RuleBrokenException e) {
            next.addFlashAttribute("refusal", e.messageKey());
            return "redirect:/hospital/profiles";
        }
    }

    @GetMapping("/{profile}")
    String show(@PathVariable UUID profile, Model model) {
        model.addAttribute("form", SignForm.EMPTY);
        return page(profile, SignForm.EMPTY, model);
    }

    /** Shows again what startups would see, without keeping anything. */
    @PostMapping("/{profile}/preview")
    String preview(@PathVariable UUID profile, @ModelAttribute("form") SignForm form, Model model) {
        return page(profile, form, model);
    }

    @PostMapping("/{profile}/signature")
    String sign(
            @PathVariable UUID profile,
            @Valid @ModelAttribute("form") SignForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                profiles.sign(profile, form.coarsening(), form.name().strip());
                next.addFlashAttribute("toast", "profiles.signed");
                return "redirect:/hospital/profiles/" + profile;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(profile, form, model);
    }

    private String page(UUID id, SignForm form, Model model) {
        model.addAttribute("entry", profiles.show(id));
        profiles.preview(id, Coarsening.NONE).ifPresent(made -> model.addAttribute("made", ProfileTable.of(made)));
        profiles.preview(id, form.coarsening())
                .ifPresent(shown -> model.addAttribute("profileTables", ProfileTable.of(shown)));
        model.addAttribute("steward", isSteward());
        return "profiles/profile";
    }

    private boolean isSteward() {
        return currentActor.get().is(Role.HOSPITAL_STEWARD);
    }
}
