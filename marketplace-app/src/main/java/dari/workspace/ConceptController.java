package dari.workspace;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers names while somebody types one; the vocabulary is public. */
@Controller
class ConceptController {

    private static final int MOST = 12;

    private final Concepts concepts;

    ConceptController(Concepts concepts) {
        this.concepts = concepts;
    }

    /**
     * @param field name of the parameter that holds what was typed, as the form calls it
     */
    @GetMapping("/concepts/{kind}")
    String near(
            @PathVariable String kind,
            @RequestParam String field,
            @RequestParam Map<String, String> typed,
            Model model) {
        model.addAttribute("concepts", concepts.near(kind, typed.getOrDefault(field, ""), MOST));
        return "fragments/concepts";
    }
}
