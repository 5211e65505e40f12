package dari.admin.checks;

import dari.admin.ProgramRuleBrokenException;
import dari.admin.eligibility.SizeLimits;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A firm's own figures and certificates: what calls check it by. */
@Controller
@RequestMapping("/startup/figures")
class FiguresController {

    private final FirmFigureBook book;

    FiguresController(FirmFigureBook book) {
        this.book = book;
    }

    @GetMapping
    String show(Model model) {
        List<FiguresView> mine = book.mine();
        model.addAttribute("form", FiguresForm.of(mine.stream().findFirst().orElse(null)));
        return page(mine, model);
    }

    @PostMapping
    String keep(
            @Valid @ModelAttribute("form") FiguresForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                book.keep(form.figures());
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/startup/figures";
            } catch (ProgramRuleBrokenException e) {
                errors.rejectValue("yearEnd", e.messageKey());
            }
        }
        return page(book.mine(), model);
    }

    private String page(List<FiguresView> mine, Model model) {
        model.addAttribute("years", mine);
        model.addAttribute("limits", SizeLimits.USUAL);
        model.addAttribute("industries", SizeLimits.Industry.values());
        model.addAttribute("papers", book.certificates());
        return "checks/figures";
    }
}
