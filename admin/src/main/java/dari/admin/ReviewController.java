package dari.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<ReviewView> found = reviews.mine(Math.max(0, page));
        model.addAttribute("reviews", found.getContent());
        model.addAttribute("pages", PageLinks.of(found, "/reviews"));
        return "admin/reviews";
    }

    @GetMapping("/{review}")
    String show(@PathVariable UUID review, Model model) {
        ReviewView view = reviews.mine(review);
        String comment = view.comment();
        return page(view, new Typed(view.scores(), comment == null ? "" : comment, Map.of()), model);
    }

    @PostMapping("/{review}/conflict")
    String declare(@PathVariable UUID review, @RequestParam boolean conflict, RedirectAttributes next) {
        reviews.declare(review, conflict);
        return answered(review, next);
    }

    /** Blind: the organisations that the reviewer ticked; none is an answer, too. */
    @PostMapping("/{review}/ties")
    String declareTies(
            @PathVariable UUID review, @RequestParam(required = false) List<UUID> tied, RedirectAttributes next) {
        reviews.declareAmong(review, tied == null ? List.of() : tied);
        return answered(review, next);
    }

    @PostMapping("/{review}/recuse")
    String recuse(@PathVariable UUID review, RedirectAttributes next) {
        reviews.recuse(review);
        return answered(review, next);
    }

    @PostMapping("/{review}/decline")
    String decline(@PathVariable UUID review, RedirectAttributes next) {
        reviews.decline(review);
        return answered(review, next);
    }

    /** Kept while one types: asked by the page itself, or by the button where there is no script. */
    @PostMapping("/{review}/draft")
    String draft(
            @PathVariable UUID review,
            @RequestParam Map<String, String> input,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly,
            Model model,
            RedirectAttributes next) {
        ReviewView view = reviews.mine(review);
        Typed typed = typed(view, input);
        String problem = typed.errors().get("comment");
        if (problem == null || problem.equals("admin.review.comment.missing")) {
            reviews.draft(review, typed.scores(), typed.comment());
            problem = null;
        }
        if (partly != null) {
            model.addAttribute("problem", problem);
            model.addAttribute("draftedAt", reviews.mine(review).draftedAt());
            return "admin/review-parts :: draftState";
        }
        if (problem != null) {
            return page(view, new Typed(typed.scores(), typed.comment(), Map.of("comment", problem)), model);
        }
        next.addFlashAttribute("toast", "reviewers.review.drafted");
        return "redirect:/reviews/" + review;
    }

    /** Scores come as {@code score.<criterion>}; what is missing is said at its criterion, what was given stays. */
    @PostMapping("/{review}")
    String submit(
            @PathVariable UUID review, @RequestParam Map<String, String> input, Model model, RedirectAttributes next) {
        ReviewView view = reviews.mine(review);
        Typed typed = typed(view, input);
        if (!typed.errors().isEmpty()) {
            return page(view, typed, model);
        }
        reviews.submit(review, typed.scores(), typed.comment());
        next.addFlashAttribute("toast", "admin.review.thanks");
        return "redirect:/reviews";
    }

    private String page(ReviewView view, Typed typed, Model model) {
        model.addAttribute("review", view);
        model.addAttribute("given", typed.scores());
        model.addAttribute("comment", typed.comment());
        if (!typed.errors().isEmpty()) {
            model.addAttribute("errors", typed.errors());
        }
        if (view.status().equals("INVITED")) {
            model.addAttribute("among", reviews.declareAmong(view.id()));
        }
        return "admin/review";
    }

    private String answered(UUID review, RedirectAttributes next) {
        ReviewView view = reviews.mine(review);
        next.addFlashAttribute("toast", "admin.saved");
        return view.application() == null ? "redirect:/reviews" : "redirect:/reviews/" + review;
    }

    private Typed typed(ReviewView view, Map<String, String> input) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Rubric.Criterion criterion : view.call().rubric().criteria()) {
            String value = input.getOrDefault("score." + criterion.code(), "");
            if (value.matches("[0-9]{1,2}") && view.call().rubric().scale().contains(Integer.valueOf(value))) {
                scores.put(criterion.code(), Integer.valueOf(value));
            } else {
                errors.put(criterion.code(), "admin.review.score.missing");
            }
        }
        String comment = input.getOrDefault("comment", "").strip();
        if (comment.isEmpty()) {
            errors.put("comment", "admin.review.comment.missing");
        } else if (comment.length() > MOST_COMMENT) {
            errors.put("comment", "admin.text.long");
        } else {
            reviews.refusalOf(comment).ifPresent(key -> errors.put("comment", key));
        }
        return new Typed(scores, comment, errors);
    }

    /** What a reviewer typed, and what is wrong with it by field. */
    private record Typed(Map<String, Integer> scores, String comment, Map<String, String> errors) {}
}
