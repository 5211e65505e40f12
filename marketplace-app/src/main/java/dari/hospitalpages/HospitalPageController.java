package dari.hospitalpages;

import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a hospital writes its public page. */
@Controller
@RequestMapping("/hospital/public-page")
class HospitalPageController {

    private final HospitalPages pages;
    private final CurrentActor currentActor;

    HospitalPageController(HospitalPages pages, CurrentActor currentActor) {
        this.pages = pages;
        this.currentActor = currentActor;
    }

    record PageForm(
            @NotBlank(message = "{hospitalpages.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String aboutKo,

            @NotBlank(message = "{hospitalpages.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String aboutEn,

            @NotBlank(message = "{hospitalpages.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String leaveOutKo,

            @NotBlank(message = "{hospitalpages.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String leaveOutEn,

            @NotBlank(message = "{hospitalpages.missing}") @Size(max = 200, message = "{needs.text.long}")
            String contact,

            @NotNull @Pattern(regexp = "[0-9+() -]{6,40}", message = "{hospitalpages.phone.bad}")
            String phone,

            @NotBlank(message = "{hospitalpages.email.bad}")
            @Email(message = "{hospitalpages.email.bad}")
            @Size(max = 254, message = "{hospitalpages.email.bad}")
            String email) {

        static PageForm of(PatientText text) {
            return new PageForm(
                    text.aboutKo(),
                    text.aboutEn(),
                    text.leaveOutKo(),
                    text.leaveOutEn(),
                    text.contact(),
                    text.phone(),
                    text.email());
        }

        PatientText toText() {
            return new PatientText(
                    aboutKo.strip(),
                    aboutEn.strip(),
                    leaveOutKo.strip(),
                    leaveOutEn.strip(),
                    contact.strip(),
                    phone.strip(),
                    email.strip());
        }
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", PageForm.of(pages.mine()));
        return page(model);
    }

    @PostMapping
    String write(
            @Valid @ModelAttribute("form") PageForm form, BindingResult errors, Model model, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                pages.write(form.toText());
                next.addFlashAttribute("toast", "hospitalpages.saved");
                return "redirect:/hospital/public-page";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("hospital", currentActor.get().organization());
        model.addAttribute("writes", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "hospitalpages/edit";
    }
}
