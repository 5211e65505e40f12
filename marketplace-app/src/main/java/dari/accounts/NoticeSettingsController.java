package dari.accounts;

import dari.notifications.Delivery;
import dari.notifications.LetterChoices;
import dari.notifications.MailChoices;
import dari.notifications.NoticeKind;
import dari.workspace.Option;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account's page about notices: what comes by e-mail when, and by whose clock. */
@Controller
@RequestMapping("/account/notices")
class NoticeSettingsController {

    private static final int HOURS = 24;

    private final LetterChoices choices;
    private final Accounts accounts;
    private final ReaderZone reader;
    private final MessageSource messages;
    private final Clock clock;

    NoticeSettingsController(
            LetterChoices choices, Accounts accounts, ReaderZone reader, MessageSource messages, Clock clock) {
        this.choices = choices;
        this.accounts = accounts;
        this.reader = reader;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        MailChoices mine = choices.mine();
        model.addAttribute("form", new ClockForm(reader.getZone().getId(), Integer.toString(mine.hour())));
        return page(mine, model, locale);
    }

    /** @param all among them one choice for each kind, named like it */
    @PostMapping
    String choose(
            @ModelAttribute("form") ClockForm form,
            BindingResult errors,
            @RequestParam Map<String, String> all,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        MailChoices before = choices.mine();
        Map<NoticeKind, Delivery> wanted = new EnumMap<>(before.deliveries());
        wanted.replaceAll((kind, delivery) -> delivery(all.get(kind.name()), delivery));
        if (!ZoneId.getAvailableZoneIds().contains(form.zone())) {
            errors.rejectValue("zone", "letters.zone.bad");
        }
        if (!form.hour().matches("[0-9]|1[0-9]|2[0-3]")) {
            errors.rejectValue("hour", "letters.hour.bad");
        }
        if (errors.hasErrors()) {
            return page(new MailChoices(wanted, before.hour()), model, locale);
        }
        choices.choose(new MailChoices(wanted, Integer.parseInt(form.hour())));
        if (!reader.getZone().getId().equals(form.zone())) {
            accounts.liveIn(ZoneId.of(form.zone()));
        }
        next.addFlashAttribute("toast", "letters.saved");
        return "redirect:/account/notices";
    }

    private String page(MailChoices shown, Model model, Locale locale) {
        model.addAttribute("kinds", NoticeKind.values());
        model.addAttribute("deliveries", Delivery.values());
        model.addAttribute("chosen", shown.deliveries());
        model.addAttribute("zones", zones());
        model.addAttribute(
                "hours",
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> new Option(
                                Integer.toString(hour),
                                messages.getMessage("letters.hour", new Object[] {"%02d:00".formatted(hour)}, locale)))
                        .toList());
        return "accounts/notices";
    }

    /** Places, as people know them, with what their clocks show beside the world's. */
    private List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .map(id -> new Option(
                        id,
                        id.replace('_', ' ') + " (UTC"
                                + ZoneId.of(id).getRules().getOffset(clock.instant()) + ")"))
                .toList();
    }

    private static Delivery delivery(@Nullable String typed, Delivery otherwise) {
        return Arrays.stream(Delivery.values())
                .filter(delivery -> delivery.name().equals(typed))
                .findFirst()
                .orElse(otherwise);
    }
}
