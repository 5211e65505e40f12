package dari.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@Profile("demo")
class CodesController {

    private final DemoSecondSteps secondSteps;

    CodesController(DemoSecondSteps secondSteps) {
        this.secondSteps = secondSteps;
    }

    @GetMapping("/demo/codes")
    String codes(Model model) {
        model.addAttribute("codes", secondSteps.now());
        return "demo/codes";
    }
}
