package dari.boards;

import dari.documents.AskedDocuments;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.workspace.Option;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hospital's desk for its boards and the way through them. */
@Controller
@RequestMapping("/hospital/boards")
class HospitalBoardController {

    private static final String PAGE = "redirect:/hospital/boards";

    private final Boards boards;
    private final BoardEffects effects;
    private final AskedDocuments asked;
    private final CurrentActor currentActor;
    private final Words words;

    HospitalBoardController(
            Boards boards, BoardEffects effects, AskedDocuments asked, CurrentActor currentActor, Words words) {
        this.boards = boards;
        this.effects = effects;
        this.asked = asked;
        this.currentActor = currentActor;
        this.words = words;
    }

    /** Days after the last decision, as typed. */
    record AfterForm(
            @WholeNumber(min = 0, max = 180, required = true, message = "{boards.form.days.bad}")
            String agreement,

            @WholeNumber(min = 0, max = 180, required = true, message = "{boards.form.days.bad}")
            String preparation) {

        static AfterForm of(AfterBoards after) {
            return new AfterForm(WholeNumbers.text(after.agreement()), WholeNumbers.text(after.preparation()));
        }

        AfterBoards toAfter() {
            return new AfterBoards(
                    Math.toIntExact(WholeNumbers.required(agreement)),
                    Math.toIntExact(WholeNumbers.required(preparation)));
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", AfterForm.of(boards.after(currentActor.get().organization())));
        return listPage(model);
    }

    @PostMapping("/route")
    String route(
            @Valid @ModelAttribute("form") AfterForm form, BindingResult errors, Model model, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return listPage(model);
        }
        boards.reckonWith(form.toAfter());
        next.addFlashAttribute("toast", "boards.saved");
        return PAGE;
    }

    @GetMapping("/new")
    String create(Model model, Locale locale) {
        model.addAttribute("form", BoardForm.EMPTY);
        return page(model, locale, null);
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") BoardForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        if (!hasErrors(form, errors)) {
            try {
                boards.add(form.toContent());
                next.addFlashAttribute("toast", "boards.saved");
                return PAGE;
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return page(model, locale, null);
    }

    /** What saving would do to live projects, above the form as it was typed; nothing is kept. */
    @PostMapping(value = "/new", params = "preview")
    String previewNew(@Valid @ModelAttribute("form") BoardForm form, BindingResult errors, Model model, Locale locale) {
        if (!hasErrors(form, errors)) {
            preview(boards.with(null, form.toContent()), "save", model, locale);
        }
        return page(model, locale, null);
    }

    @PostMapping(value = "/{board}", params = "preview")
    String preview(
            @PathVariable UUID board,
            @Valid @ModelAttribute("form") BoardForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        BoardView view = boards.mine(board);
        if (!hasErrors(form, errors)) {
            preview(boards.with(board, form.toContent()), "save", model, locale);
        }
        return page(model, locale, view);
    }

    @PostMapping(value = "/{board}/remove", params = "preview")
    String previewRemoval(@PathVariable UUID board, Model model, Locale locale) {
        BoardView view = boards.mine(board);
        model.addAttribute("form", BoardForm.of(view.content()));
        preview(boards.without(board), "remove", model, locale);
        return page(model, locale, view);
    }

    @GetMapping("/{board}")
    String edit(@PathVariable UUID board, Model model, Locale locale) {
        BoardView view = boards.mine(board);
        model.addAttribute("form", BoardForm.of(view.content()));
        return page(model, locale, view);
    }

    @PostMapping("/{board}")
    String edit(
            @PathVariable UUID board,
            @Valid @ModelAttribute("form") BoardForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        BoardView view = boards.mine(board);
        if (hasErrors(form, errors)) {
            return page(model, locale, view);
        }
        boards.change(board, form.toContent());
        next.addFlashAttribute("toast", "boards.saved");
        return PAGE;
    }

    @PostMapping("/{board}/remove")
    String remove(@PathVariable UUID board, RedirectAttributes next) {
        boards.remove(board);
        next.addFlashAttribute("toast", "boards.removed");
        return PAGE;
    }

    private static boolean hasErrors(BoardForm form, BindingResult errors) {
        if (form.hasHalfARule()) {
            errors.rejectValue("weekday", "boards.form.rule.half");
        }
        if (form.hasBadMeetings()) {
            errors.rejectValue("meetings", "boards.form.meetings.bad");
        }
        return errors.hasErrors();
    }

    /** @param act what would be done: save or remove */
    private void preview(List<BoardView> wouldBe, String act, Model model, Locale locale) {
        model.addAttribute("act", act);
        model.addAttribute("effects", effects.ofMine(wouldBe, locale));
    }

    private String listPage(Model model) {
        model.addAttribute("boards", boards.mine());
        model.addAttribute("office", currentActor.get().is(Role.HOSPITAL_OFFICE));
        return "boards/list";
    }

    private String page(Model model, Locale locale, @Nullable BoardView board) {
        model.addAttribute("board", board);
        model.addAttribute("kinds", words.options("boards.kind", names(BoardKind.values()), locale));
        model.addAttribute("necessities", words.options("boards.necessity", names(Necessity.values()), locale));
        model.addAttribute(
                "contacts",
                words.options("role", Boards.CONTACTS.stream().map(Role::name).toList(), locale));
        model.addAttribute("weeks", words.options("boards.week", List.of("1", "2", "3", "4", "5"), locale));
        model.addAttribute(
                "weekdays",
                words.options(
                        "boards.weekday",
                        Stream.of(DayOfWeek.values())
                                .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
                                .map(DayOfWeek::name)
                                .toList(),
                        locale));
        model.addAttribute(
                "papers",
                asked.ofMyHospital().stream()
                        .map(line ->
                                new Option(line.id().toString(), line.content().name(locale)))
                        .toList());
        return "boards/board";
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
