package dari.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account's page about the second step: set it up, make new recovery codes, turn it off. */
@Controller
@RequestMapping("/account/second-step")
class SecondStepController {

    private final SecondFactors factors;
    private final StepUp stepUp;

    SecondStepController(SecondFactors factors, StepUp stepUp) {
        this.factors = factors;
        this.stepUp = stepUp;
    }

    @GetMapping
    String state(Model model, HttpServletRequest request) {
        model.addAttribute("confirmForm", CodeForm.EMPTY);
        return page(model, request);
    }

    @PostMapping("/begin")
    String begin() {
        factors.begin();
        return "redirect:/account/second-step";
    }

    @PostMapping("/confirm")
    String confirm(
            @Valid @ModelAttribute("confirmForm") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                List<String> codes = factors.confirm(form.code());
                stepUp.done(request, response);
                return codes(codes, model, request, response);
            } catch (CodeRefusedException e) {
                errors.rejectValue("code", e.messageKey());
            }
        }
        return page(model, request);
    }

    @PostMapping("/codes")
    String newCodes(
            @Valid @ModelAttribute("codesForm") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                return codes(factors.renewRecoveryCodes(form.code()), model, request, response);
            } catch (CodeRefusedException e) {
                errors.rejectValue("code", e.messageKey());
            }
        }
        return page(model, request);
    }

    @PostMapping("/off")
    String turnOff(
            @Valid @ModelAttribute("offForm") TurnOffForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                factors.turnOff(form.password(), form.offCode());
                next.addFlashAttribute("toast", "secondfactor.off.done");
                return "redirect:/account/second-step";
            } catch (CodeRefusedException e) {
                errors.reject(e.messageKey());
            }
        }
        return page(model, request);
    }

    /** Shown in the answer itself, never kept: whoever opens the page again does not see them. */
    private static String codes(
            List<String> codes, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("codes", codes);
        model.addAttribute("held", HeldRequest.take(request));
        return "secondfactor/codes";
    }

    private String page(Model model, HttpServletRequest request) {
        SecondStepState state = factors.mine();
        model.addAttribute("state", state);
        model.addAttribute("held", HeldRequest.peek(request));
        SecondStepState.Enrolment enrolment = state.enrolment();
        if (enrolment != null) {
            model.addAttribute("qr", QrCode.of(enrolment.address()));
        }
        List.of("confirmForm", "codesForm").forEach(form -> addIfMissing(model, form, CodeForm.EMPTY));
        addIfMissing(model, "offForm", TurnOffForm.EMPTY);
        return "secondfactor/second-step";
    }

    private static void addIfMissing(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }
}
