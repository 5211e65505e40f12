package dari.invitations;

import dari.invitations.NeedQuery.Contact;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.VisibleNeeds;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.organizations.Organizations;
import dari.workspace.Option;
import dari.workspace.Pages;
import dari.workspace.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's desk: what startups look for, and the question whether they want to talk. */
@Controller
@RequestMapping(HospitalNeedController.PATH)
class HospitalNeedController {

    static final String PATH = "/hospital/needs";

    private static final int PAGE = 10;
    private static final List<String> VERDICTS = List.of("permit", "ask", "deny");

    private final VisibleNeeds visible;
    private final NeedFinder finder;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Words words;
    private final CurrentActor currentActor;

    HospitalNeedController(
            VisibleNeeds visible,
            NeedFinder finder,
            Invitations invitations,
            Organizations organizations,
            Words words,
            CurrentActor currentActor) {
        this.visible = visible;
        this.finder = finder;
        this.invitations = invitations;
        this.organizations = organizations;
        this.words = words;
        this.currentActor = currentActor;
    }

    record InviteForm(
            @NotNull UUID offer,

            @NotBlank(message = "{invitations.form.message.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String message) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        NeedQuery query = NeedQuery.of(parameters);
        List<OfferView> mine = finder.offersToInviteWith(query.offer());
        Optional<OfferView> offer = chosen(mine, query.offer());
        if (offer.isEmpty()) {
            return "invitations/no-offer";
        }
        int number = Math.max(0, page);
        NeedSearchResult result = finder.search(offer.get().id(), query, number, PAGE);
        model.addAttribute("query", query);
        model.addAttribute("offer", offer.get());
        model.addAttribute("offers", mine);
        model.addAttribute("most", NeedFinder.MOST_OFFERS);
        model.addAttribute("result", result);
        model.addAttribute("modalities", choices(finder.modalities(), query.modalities(), locale));
        model.addAttribute("diseases", choices(finder.diseaseGroups(), query.diseases(), locale));
        model.addAttribute("verdicts", VERDICTS);
        model.addAttribute("contacts", Contact.values());
        model.addAttribute(
                "verified",
                organizations.facts(currentActor.get().organization()).isVerified());
        model.addAttribute("pages", Pages.of(number, result.listed(), PAGE, query.at(PATH)));
        return "invitations/needs";
    }

    @GetMapping("/{need}")
    String show(@PathVariable UUID need, @RequestParam(required = false) @Nullable UUID offer, Model model) {
        NeedView view = visible.show(new NeedId(need));
        List<OfferView> mine = finder.offersToInviteWith(offer);
        Optional<OfferView> usual = chosen(mine, offer);
        if (usual.isEmpty()) {
            return "invitations/no-offer";
        }
        OfferId id = usual.get().id();
        model.addAttribute("form", new InviteForm(id.value(), ""));
        return page(view.id(), id, mine, model);
    }

    @PostMapping("/{need}/invite")
    String invite(
            @PathVariable UUID need,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        NeedId id = new NeedId(need);
        OfferId offer = new OfferId(form.offer());
        if (!errors.hasErrors()) {
            try {
                InvitationId sent = invitations.invite(offer, id, form.message(), locale.getLanguage());
                next.addFlashAttribute("toast", "invitations.sent");
                return "redirect:/invitations/" + sent.value();
            } catch (RuleBrokenException e) {
                errors.rejectValue("message", e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(id, offer, finder.offersToInviteWith(offer.value()), model);
    }

    private String page(NeedId need, OfferId offer, List<OfferView> mine, Model model) {
        model.addAttribute("item", finder.explain(need, offer));
        model.addAttribute("offers", mine);
        boolean office = currentActor.get().is(Role.HOSPITAL_OFFICE);
        model.addAttribute("office", office);
        model.addAttribute("left", office ? invitations.placesLeft() : 0);
        return "invitations/need";
    }

    private static Optional<OfferView> chosen(List<OfferView> mine, @Nullable UUID wanted) {
        return mine.stream()
                .filter(offer -> offer.id().value().equals(wanted))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    /** What is chosen stays to be seen when nothing has it. */
    private List<Option> choices(List<String> there, List<String> chosen, Locale locale) {
        return Stream.concat(there.stream(), chosen.stream())
                .distinct()
                .map(code -> new Option(code, words.label(code, locale)))
                .toList();
    }
}
