package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.forms.Answers;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;

/** What a page needs to show a form that nobody has filled in. */
public final class BlankForm {

    private BlankForm() {}

    public static void fill(Model model) {
        model.addAttribute("blank", Answers.NONE);
        model.addAttribute("none", Map.of());
        model.addAttribute("papers", List.of());
        model.addAttribute("undeclared", Declaration.NONE);
    }
}
