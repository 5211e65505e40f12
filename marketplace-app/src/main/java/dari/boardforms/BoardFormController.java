package dari.boardforms;

import dari.admin.BlankForm;
import dari.admin.design.FormBuilder;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import dari.boards.BoardContent;
import dari.boards.Boards;
import dari.kernel.CurrentActor;
import dari.kernel.Role;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a hospital writes what its board asks, as a program writes the questions of a call. */
@Controller
@RequestMapping("/hospital/boards/{board}/form")
class BoardFormController extends FormBuilder {

    private final Boards boards;
    private final BoardForms forms;
    private final CurrentActor currentActor;

    BoardFormController(Boards boards, BoardForms forms, CurrentActor currentActor) {
        this.boards = boards;
        this.forms = forms;
        this.currentActor = currentActor;
    }

    @Override
    protected Desk desk(Map<String, String> path) {
        UUID board = id(path, "board");
        BoardContent content = boards.mine(board).content();
        String home = "/hospital/boards/" + board;
        return new Desk(
                forms.asked(board),
                currentActor.get().is(Role.HOSPITAL_OFFICE),
                new LocalText(content.nameKo(), content.name(Locale.ENGLISH)),
                home,
                home + "/form");
    }

    @Override
    protected void change(Map<String, String> path, UnaryOperator<FormDefinition> edit) {
        forms.change(id(path, "board"), edit);
    }

    @GetMapping("/preview")
    String preview(@PathVariable Map<String, String> path, Model model) {
        Desk desk = desk(path);
        model.addAttribute("desk", desk);
        model.addAttribute("call", desk); // the questions' fragment finds an earlier question by it
        BlankForm.fill(model);
        return "boardforms/preview";
    }
}
