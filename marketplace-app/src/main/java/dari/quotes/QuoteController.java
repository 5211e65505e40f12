package dari.quotes;

import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.ledger.BudgetLine;
import dari.offers.CostUnit;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a hospital writes quotes and a startup answers them. */
@Controller
class QuoteController {

    private static final int MOST_REASON = 1000;

    private final Quotes quotes;
    private final ApplicationQuotes applications;
    private final Introductions introductions;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;
    private final ZoneId seoul;

    QuoteController(
            Quotes quotes,
            ApplicationQuotes applications,
            Introductions introductions,
            CurrentActor currentActor,
            Words words,
            Clock clock,
            ZoneId seoul) {
        this.quotes = quotes;
        this.applications = applications;
        this.introductions = introductions;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
        this.seoul = seoul;
    }

    @GetMapping("/introductions/{introduction}/quotes")
    String show(@PathVariable UUID introduction, Model model, Locale locale) {
        IntroductionId talk = new IntroductionId(introduction);
        List<QuoteView> all = quotes.of(talk);
        model.addAttribute(
                "form", QuoteForm.begun(introductions.show(talk), all, LocalDate.now(clock.withZone(seoul))));
        return page(talk, all, model, locale);
    }

    @PostMapping("/introductions/{introduction}/quotes")
    String write(
            @PathVariable UUID introduction,
            @Valid @ModelAttribute("form") QuoteForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        IntroductionId talk = new IntroductionId(introduction);
        if (!errors.hasErrors()) {
            try {
                quotes.write(talk, form.toQuote());
                next.addFlashAttribute("toast", "quotes.written");
                return "redirect:/introductions/" + introduction + "/quotes";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(talk, quotes.of(talk), model, locale);
    }

    @PostMapping("/introductions/{introduction}/quotes/{quote}/accept")
    String accept(@PathVariable UUID introduction, @PathVariable UUID quote, RedirectAttributes next) {
        quotes.accept(new QuoteId(quote));
        next.addFlashAttribute("toast", "quotes.accepted");
        return "redirect:/introductions/" + introduction + "/quotes";
    }

    @PostMapping("/introductions/{introduction}/quotes/{quote}/decline")
    String decline(
            @PathVariable UUID introduction,
            @PathVariable UUID quote,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (reason.isBlank() || reason.strip().length() > MOST_REASON) {
            model.addAttribute("declineRefused", "quotes.decline.missing");
            model.addAttribute("declineReason", reason);
            return show(introduction, model, locale);
        }
        quotes.decline(new QuoteId(quote), reason.strip());
        next.addFlashAttribute("toast", "quotes.declined");
        return "redirect:/introductions/" + introduction + "/quotes";
    }

    /** The applicant's comparison. */
    @GetMapping("/startup/applications/{application}/quotes")
    String mine(@PathVariable UUID application, Model model) {
        model.addAttribute("compared", applications.mine(application));
        model.addAttribute("office", false);
        return "quotes/application";
    }

    @GetMapping("/program/applications/{application}/quotes")
    String office(@PathVariable UUID application, Model model) {
        model.addAttribute("compared", applications.show(application));
        model.addAttribute("office", true);
        return "quotes/application";
    }

    private String page(IntroductionId talk, List<QuoteView> all, Model model, Locale locale) {
        IntroductionView introduction = introductions.show(talk);
        Actor actor = currentActor.get();
        boolean hospital = actor.belongsTo(introduction.hospital().id());
        if (!hospital && !actor.belongsTo(introduction.startup().id())) {
            throw new NotFoundException("introduction");
        }
        boolean invoiced = all.stream().anyMatch(quote -> quote.project() != null);
        model.addAttribute("introduction", introduction);
        model.addAttribute("quotes", all);
        model.addAttribute(
                "mayWrite",
                hospital
                        && !invoiced
                        && introduction.status() == IntroductionStatus.MUTUAL
                        && (actor.is(Role.HOSPITAL_OFFICE) || actor.is(Role.HOSPITAL_FINANCE)));
        model.addAttribute("mayAnswer", actor.is(Role.STARTUP_OWNER) || actor.is(Role.STARTUP_SIGNATORY));
        model.addAttribute("budgetLines", words.options("ledger.budget", names(BudgetLine.values()), locale));
        model.addAttribute("units", words.options("offering.unit", names(CostUnit.values()), locale));
        model.addAttribute("gates", words.options("quotes.gate", names(PaymentGate.values()), locale));
        return "quotes/quotes";
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
