package dari.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/reviews")
class ReviewController {

    private static final int MOST_COMMENT = 4000;

    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("reviews", reviews.mine());
        return "admin/reviews";
    }

    @GetMapping("/{review}")
    String show(@PathVariable UUID review, Model model) {
        model.addAttribute("review", reviews.mine(review));
        model.addAttribute("given", Map.of());
        model.addAttribute("comment", "");
        return "admin/review";
    }

    @PostMapping("/{review}/conflict")
    String declare(@PathVariable UUID review, @RequestParam boolean conflict, RedirectAttributes next) {
        reviews.declare(review, conflict);
        next.addFlashAttribute("toast", "admin.saved");
        return conflict ? "redirect:/reviews" : "redirect:/reviews/" + review;
    }

    /** Scores come as {@code score.<criterion>}; what is missing is said at its criterion, what was given stays. */
    @PostMapping("/{review}")
    String submit(
            @PathVariable UUID review, @RequestParam Map<String, String> typed, Model model, RedirectAttributes next) {
        ReviewView view = reviews.mine(review);
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Rubric.Criterion criterion : view.call().rubric().criteria()) {
            String value = typed.getOrDefault("score." + criterion.code(), "");
            if (value.matches("[0-9]{1,2}") && view.call().rubric().scale().contains(Integer.valueOf(value))) {
                scores.put(criterion.code(), Integer.valueOf(value));
            } else {
                errors.put(criterion.code(), "admin.review.score.missing");
            }
        }
        String comment = typed.getOrDefault("comment", "").strip();
        if (comment.isEmpty()) {
            errors.put("comment", "admin.review.comment.missing");
        } else if (comment.length() > MOST_COMMENT) {
            errors.put("comment", "admin.text.long");
        }
        if (!errors.isEmpty()) {
            model.addAttribute("review", view);
            model.addAttribute("given", scores);
            model.addAttribute("comment", comment);
            model.addAttribute("errors", errors);
            return "admin/review";
        }
        reviews.submit(review, scores, comment);
        next.addFlashAttribute("toast", "admin.review.thanks");
        return "redirect:/reviews";
    }
}
