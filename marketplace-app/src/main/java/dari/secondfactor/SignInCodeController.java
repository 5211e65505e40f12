package dari.secondfactor;

import dari.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks for the second step, after the password was right. */
@Controller
@RequestMapping("/login/code")
class SignInCodeController {

    private final SecondFactors factors;
    private final StepUp stepUp;

    SignInCodeController(SecondFactors factors, StepUp stepUp) {
        this.factors = factors;
        this.stepUp = stepUp;
    }

    @GetMapping
    String ask(Model model, HttpServletRequest request) {
        if (person(request).isEmpty()) {
            return "redirect:/home";
        }
        model.addAttribute("form", CodeForm.EMPTY);
        return "secondfactor/sign-in";
    }

    @PostMapping
    String check(
            @Valid @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<UserId> person = person(request);
        if (person.isEmpty()) {
            return "redirect:/home";
        }
        if (!errors.hasErrors()) {
            try {
                factors.verify(person.get(), form.code());
                stepUp.done(request, response);
                return HeldRequest.peek(request) == null || HeldRequest.isTyped(request)
                        ? "redirect:" + OnwardController.PATH
                        : "redirect:" + HeldRequest.take(request).path();
            } catch (CodeRefusedException e) {
                errors.rejectValue("code", e.messageKey());
            }
        }
        return "secondfactor/sign-in";
    }

    private Optional<UserId> person(HttpServletRequest request) {
        return stepUp.person(request).filter(factors::isOn);
    }
}
