package dari.admin.design;

import dari.admin.BlankForm;
import dari.admin.CallBuilder;
import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the questions of a call are written, ordered and looked at. */
@Controller
@RequestMapping("/program/calls/{call}/design/form")
class FormBuilderController extends FormBuilder {

    private final Calls calls;
    private final CallBuilder builder;

    FormBuilderController(Calls calls, CallBuilder builder) {
        this.calls = calls;
        this.builder = builder;
    }

    @Override
    protected Desk desk(Map<String, String> path) {
        CallView call = calls.show(id(path, "call"));
        String design = "/program/calls/" + call.id() + "/design";
        return new Desk(
                call.form(),
                call.status().equals("DRAFT"),
                new LocalText(call.content().titleKo(), call.content().titleEn()),
                design,
                design + "/form");
    }

    @Override
    protected void change(Map<String, String> path, UnaryOperator<FormDefinition> edit) {
        builder.form(id(path, "call"), edit);
    }

    @GetMapping("/preview")
    String preview(@PathVariable UUID call, Model model) {
        model.addAttribute("call", calls.show(call));
        BlankForm.fill(model);
        return "calls/preview";
    }
}
