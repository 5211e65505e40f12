package dari.boards;

import dari.introductions.IntroductionId;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.OfferId;
import dari.workspace.CalendarDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way through a hospital's boards: from the offer for the startup, from the introduction for both. */
@Controller
class ApprovalPlanController {

    private final ApprovalPlans plans;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ApprovalPlanController(ApprovalPlans plans, CurrentActor currentActor, MessageSource messages) {
        this.plans = plans;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    record WishForm(
            @CalendarDate(firstYear = 2020, message = "{needs.form.start.bad}") @Nullable
            String start,

            @CalendarDate(firstYear = 2020, message = "{needs.form.start.bad}") @Nullable
            String ready) {

        static WishForm of(PlanView plan) {
            return new WishForm(
                    Objects.toString(plan.wished(), ""),
                    plan.ready().equals(plan.today()) ? "" : plan.ready().toString());
        }

        @Nullable
        LocalDate startDay() {
            return day(start);
        }

        @Nullable
        LocalDate readyDay() {
            return day(ready);
        }

        private static @Nullable LocalDate day(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        }
    }

    record QuestionForm(
            @NotBlank(message = "{introductions.message.missing}") @Size(max = 4000, message = "{needs.text.long}")
            String text,

            @Pattern(regexp = "HOSPITAL_(OFFICE|BOARD_SECRETARY|STEWARD|PRIVACY)")
            String contact) {}

    @GetMapping("/startup/offers/{offer}/plan")
    String ofOffer(@PathVariable UUID offer, Model model, Locale locale) {
        PlanView plan = plans.plan(new OfferId(offer));
        model.addAttribute("form", WishForm.of(plan));
        return page(plan, model, locale);
    }

    @PostMapping("/startup/offers/{offer}/plan")
    String wish(
            @PathVariable UUID offer,
            @Valid @ModelAttribute("form") WishForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        OfferId id = new OfferId(offer);
        if (errors.hasErrors()) {
            return page(plans.plan(id), model, locale);
        }
        plans.wish(id, form.startDay(), form.readyDay());
        next.addFlashAttribute("toast", "boards.plan.saved");
        return "redirect:/startup/offers/" + offer + "/plan";
    }

    @PostMapping("/startup/offers/{offer}/plan/questions")
    String ask(
            @PathVariable UUID offer,
            @Valid @ModelAttribute("question") QuestionForm form,
            BindingResult errors,
            Locale locale,
            RedirectAttributes next) {
        OfferId id = new OfferId(offer);
        PlanView plan = plans.plan(id);
        if (!errors.hasErrors()) {
            try {
                IntroductionId talk = plans.ask(id, Role.valueOf(form.contact()), form.text(), locale.getLanguage());
                next.addFlashAttribute("toast", "boards.asked");
                return "redirect:/introductions/" + talk.value();
            } catch (RuleBrokenException e) {
                next.addFlashAttribute("refusal", e.messageKey());
            }
        } else {
            next.addFlashAttribute("refusal", "boards.question.missing");
        }
        return "redirect:/startup/offers/" + plan.offer().value() + "/plan";
    }

    @GetMapping("/introductions/{introduction}/plan")
    String ofIntroduction(@PathVariable UUID introduction, Model model, Locale locale) {
        PlanView plan = plans.plan(new IntroductionId(introduction));
        model.addAttribute("introductionId", introduction);
        model.addAttribute("form", WishForm.of(plan));
        return page(plan, model, locale);
    }

    private String page(PlanView plan, Model model, Locale locale) {
        boolean startup = currentActor.get().face() == Face.STARTUP;
        model.addAttribute("plan", plan);
        model.addAttribute("startup", startup);
        model.addAttribute("talks", startup && plans.conversation(plan.offer()).isPresent());
        model.addAttribute("questionTexts", startup ? texts(plan, locale) : Map.of());
        return "boards/plan";
    }

    /** What a question to the hospital says before the startup adds to it. */
    private Map<String, String> texts(PlanView plan, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (PlanView.Question question : plan.questions()) {
            BoardView board = question.board();
            texts.put(
                    question.code(),
                    messages.getMessage(
                            "boards.question.text." + question.gap(),
                            new Object[] {
                                plan.content().title(locale),
                                board == null ? "" : board.content().name(locale),
                                messages.getMessage("role." + question.contact(), null, locale)
                            },
                            locale));
        }
        return texts;
    }
}
