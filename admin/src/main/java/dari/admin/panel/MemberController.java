package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of those who sit on panels and look at appeals. */
@Controller
@RequestMapping("/panel")
class MemberController {

    private static final int PAGE = 15;
    private static final int LONGEST_NOTE = 1000;

    private static final List<VoteChoice> ON_A_LIST =
            List.of(VoteChoice.APPROVE, VoteChoice.REJECT, VoteChoice.ABSTAIN);

    private final PanelVotes votes;
    private final Rankings rankings;
    private final Appeals appeals;
    private final MessageSource messages;

    MemberController(PanelVotes votes, Rankings rankings, Appeals appeals, MessageSource messages) {
        this.votes = votes;
        this.rankings = rankings;
        this.appeals = appeals;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Page<BallotView> found = votes.mine(Math.max(0, page), PAGE);
        model.addAttribute("ballots", found.getContent());
        model.addAttribute("pages", new Listing(found.getNumber(), found.getTotalPages(), "/panel"));
        model.addAttribute("appeals", appeals.asked());
        return "panel/mine";
    }

    @GetMapping("/ballots/{ballot}")
    String show(@PathVariable UUID ballot, Locale locale, Model model) {
        model.addAttribute("form", VoteForm.of(votes.show(ballot).own()));
        return page(ballot, locale, model);
    }

    @PostMapping("/ballots/{ballot}")
    String vote(
            @PathVariable UUID ballot,
            @Valid @ModelAttribute("form") VoteForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        votes.show(ballot);
        if (!errors.hasErrors()) {
            try {
                votes.vote(ballot, form.cast());
                next.addFlashAttribute("toast", "panel.vote.saved");
                return "redirect:/panel/ballots/" + ballot;
            } catch (ProgramRuleBrokenException e) {
                if (e.messageKey().startsWith("panel.refused.condition")) {
                    errors.rejectValue(
                            "conditions", e.messageKey(), e.arguments().toArray(), null);
                } else {
                    errors.reject(e.messageKey(), e.arguments().toArray(), null);
                }
            }
        }
        return page(ballot, locale, model);
    }

    @PostMapping("/ballots/{ballot}/conflict")
    String conflict(
            @PathVariable UUID ballot,
            @RequestParam(defaultValue = Choice.NONE) UUID application,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        votes.declareConflict(ballot, application, note.substring(0, Math.min(LONGEST_NOTE, note.length())));
        next.addFlashAttribute("toast", "panel.recused.saved");
        return "redirect:/panel/ballots/" + ballot;
    }

    @PostMapping("/ballots/{ballot}/conditions")
    String settle(@PathVariable UUID ballot, @RequestParam(defaultValue = "") String list, RedirectAttributes next) {
        try {
            votes.settleConditions(ballot, Lines.of(list));
            next.addFlashAttribute("toast", "admin.saved");
        } catch (ProgramRuleBrokenException e) {
            next.addFlashAttribute("refused", e.messageKey());
            next.addFlashAttribute("refusedArguments", e.arguments().toArray());
        }
        return "redirect:/panel/ballots/" + ballot;
    }

    @GetMapping("/appeals/{appeal}")
    String appeal(@PathVariable UUID appeal, Model model) {
        model.addAttribute("appeal", appeals.askedAbout(appeal));
        model.addAttribute("form", AnswerForm.EMPTY);
        return "panel/appeal";
    }

    @PostMapping("/appeals/{appeal}")
    String answer(
            @PathVariable UUID appeal,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        AppealView view = appeals.askedAbout(appeal);
        if (!errors.hasErrors()) {
            try {
                appeals.answer(
                        appeal, "uphold".equals(form.answer()), form.reason().strip());
                next.addFlashAttribute("toast", "admin.saved");
                return "redirect:/panel/appeals/" + appeal;
            } catch (ProgramRuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        model.addAttribute("appeal", view);
        return "panel/appeal";
    }

    private String page(UUID id, Locale locale, Model model) {
        BallotView ballot = votes.show(id);
        boolean list = ballot.kind() == BallotKind.RANKING;
        model.addAttribute("ballot", ballot);
        model.addAttribute("ranking", list ? rankings.showToMember(id) : null);
        model.addAttribute(
                "choices",
                (list ? ON_A_LIST : Arrays.asList(VoteChoice.values()))
                        .stream()
                                .map(choice -> new Choice(
                                        choice.name(),
                                        messages.getMessage(
                                                (list ? "panel.listChoice." : "panel.choice.") + choice, null, locale)))
                                .toList());
        return "panel/ballot";
    }
}
