package dari.savedsearches;

import dari.discovery.Discovery;
import dari.discovery.SearchQuery;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.workspace.Option;
import dari.workspace.Words;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

@Controller
@RequestMapping("/startup/searches")
class SavedSearchController {

    private static final List<String> ALERTS =
            Arrays.stream(Alert.values()).map(Alert::name).toList();

    private final SavedSearches searches;
    private final Discovery discovery;
    private final Words words;

    SavedSearchController(SavedSearches searches, Discovery discovery, Words words) {
        this.searches = searches;
        this.discovery = discovery;
        this.words = words;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        model.addAttribute("searches", searches.mine(locale));
        return "savedsearches/list";
    }

    @GetMapping("/new")
    String create(
            @RequestParam UUID need,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        model.addAttribute("form", new SavedSearchForm("", Alert.DAILY));
        return newPage(new NeedId(need), SearchQuery.of(parameters), model, locale);
    }

    @PostMapping("/new")
    String create(
            @RequestParam UUID need,
            @RequestParam MultiValueMap<String, String> parameters,
            @Valid @ModelAttribute("form") SavedSearchForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        SearchQuery query = SearchQuery.of(parameters);
        NeedId id = new NeedId(need);
        if (!errors.hasErrors()) {
            try {
                searches.save(id, query, form.name(), form.alert());
                next.addFlashAttribute("toast", "savedsearches.saved");
                return "redirect:/startup/searches";
            } catch (RuleBrokenException e) {
                errors.reject(e.messageKey(), e.arguments().toArray(), null);
            }
        }
        return newPage(id, query, model, locale);
    }

    @GetMapping("/{search}/found")
    String found(@PathVariable UUID search, Locale locale) {
        return "redirect:" + searches.mine(new SavedSearchId(search), locale).getUrl();
    }

    @GetMapping("/{search}")
    String edit(@PathVariable UUID search, Model model, Locale locale) {
        SavedSearchView view = searches.mine(new SavedSearchId(search), locale);
        model.addAttribute("form", new SavedSearchForm(view.name(), view.alert()));
        return editPage(view, model, locale);
    }

    @PostMapping("/{search}")
    String change(
            @PathVariable UUID search,
            @Valid @ModelAttribute("form") SavedSearchForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        SavedSearchId id = new SavedSearchId(search);
        if (errors.hasErrors()) {
            return editPage(searches.mine(id, locale), model, locale);
        }
        searches.change(id, form.name(), form.alert());
        next.addFlashAttribute("toast", "savedsearches.changed");
        return "redirect:/startup/searches";
    }

    @PostMapping("/{search}/delete")
    String delete(@PathVariable UUID search, RedirectAttributes next) {
        searches.delete(new SavedSearchId(search));
        next.addFlashAttribute("toast", "savedsearches.deleted");
        return "redirect:/startup/searches";
    }

    private String newPage(NeedId need, SearchQuery query, Model model, Locale locale) {
        model.addAttribute("need", discovery.need(need));
        model.addAttribute("query", query);
        model.addAttribute("back", SavedSearches.urlOf(need, query));
        model.addAttribute("conditions", searches.describe(query, locale));
        model.addAttribute("alerts", alerts(locale));
        return "savedsearches/new";
    }

    private String editPage(SavedSearchView view, Model model, Locale locale) {
        model.addAttribute("search", view);
        model.addAttribute("alerts", alerts(locale));
        return "savedsearches/search";
    }

    private List<Option> alerts(Locale locale) {
        return words.options("savedsearches.alert", ALERTS, locale);
    }
}
