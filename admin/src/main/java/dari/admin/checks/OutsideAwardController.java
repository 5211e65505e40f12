package dari.admin.checks;

import dari.admin.PageLinks;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of other programs' awards. */
@Controller
@RequestMapping("/program/outside-awards")
class OutsideAwardController {

    private static final int PAGE = 50;

    private final OutsideAwards awards;

    OutsideAwardController(OutsideAwards awards) {
        this.awards = awards;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return page(page, model);
    }

    @PostMapping("/import")
    String take(@RequestParam(required = false) @Nullable MultipartFile file, Model model, RedirectAttributes next)
            throws IOException {
        ImportResult result = awards.take(ListFile.bytes(file));
        if (result.problems().isEmpty()) {
            next.addFlashAttribute("taken", result.taken());
            return "redirect:/program/outside-awards";
        }
        model.addAttribute("result", result);
        return page(0, model);
    }

    @PostMapping("/{outsideAward}/remove")
    String remove(@PathVariable UUID outsideAward, RedirectAttributes next) {
        awards.remove(outsideAward);
        next.addFlashAttribute("toast", "admin.saved");
        return "redirect:/program/outside-awards";
    }

    private String page(int page, Model model) {
        Page<OutsideAwards.Line> found = awards.list(Math.max(0, page), PAGE);
        model.addAttribute("lines", found.getContent());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("pages", PageLinks.of(found, "/program/outside-awards"));
        model.addAttribute("columns", String.join(",", OutsideAwards.COLUMNS));
        return "checks/outside-awards";
    }
}
