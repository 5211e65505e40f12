package dari.admin.checks;

import dari.admin.PageLinks;
import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
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

/** The list of exclusions. */
@Controller
@RequestMapping("/program/debarments")
class DebarmentController {

    private static final int PAGE = 50;
    private static final int MOST = 1000;

    private final Debarments debarments;

    DebarmentController(Debarments debarments) {
        this.debarments = debarments;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return page(page, model);
    }

    @GetMapping("/new")
    String write(Model model) {
        model.addAttribute("form", DebarmentForm.EMPTY);
        return "checks/debarment";
    }

    @PostMapping("/new")
    String add(
            @Valid @ModelAttribute("form") DebarmentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        form.check(errors);
        return errors.hasErrors() ? "checks/debarment" : doing(errors, next, () -> debarments.add(form.entry()));
    }

    @GetMapping("/{debarment}")
    String show(@PathVariable UUID debarment, Model model) {
        model.addAttribute("form", DebarmentForm.of(debarments.show(debarment)));
        model.addAttribute("id", debarment);
        return "checks/debarment";
    }

    @PostMapping("/{debarment}")
    String change(
            @PathVariable UUID debarment,
            @Valid @ModelAttribute("form") DebarmentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        debarments.show(debarment);
        model.addAttribute("id", debarment);
        form.check(errors);
        return errors.hasErrors()
                ? "checks/debarment"
                : doing(errors, next, () -> debarments.change(debarment, form.entry()));
    }

    @PostMapping("/{debarment}/remove")
    String remove(
            @PathVariable UUID debarment,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("form", DebarmentForm.of(debarments.show(debarment)));
        model.addAttribute("id", debarment);
        if (why.isBlank() || why.length() > MOST) {
            model.addAttribute("refused", "admin.reason.missing");
            return "checks/debarment";
        }
        debarments.remove(debarment, why.strip());
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/debarments";
    }

    @PostMapping("/import")
    String take(@RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes next)
            throws IOException {
        ImportResult result = debarments.take(ListFile.bytes(file));
        if (result.problems().isEmpty()) {
            next.addFlashAttribute("taken", result.taken());
            return "redirect:/program/debarments";
        }
        model.addAttribute("result", result);
        return page(0, model);
    }

    private String page(int page, Model model) {
        Page<Debarments.Line> found = debarments.list(Math.max(0, page), PAGE);
        model.addAttribute("lines", found.getContent());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("pages", PageLinks.of(found, "/program/debarments"));
        model.addAttribute("columns", String.join(",", Debarments.COLUMNS));
        return "checks/debarments";
    }

    private static String doing(BindingResult errors, RedirectAttributes next, Runnable act) {
        try {
            act.run();
            next.addFlashAttribute("toast", "admin.saved");
            return "redirect:/program/debarments";
        } catch (ProgramRuleBrokenException e) {
            errors.reject(e.messageKey());
            return "checks/debarment";
        }
    }
}
