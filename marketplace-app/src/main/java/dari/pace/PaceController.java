package dari.pace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** For everybody: how long each step takes here. */
@Controller
@RequestMapping("/register/times")
class PaceController {

    private final Paces paces;

    PaceController(Paces paces) {
        this.paces = paces;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("chart", PaceChart.of(paces.published()));
        model.addAttribute("least", Paces.LEAST_CASES);
        return "pace/times";
    }

    @GetMapping("/times.csv")
    void file(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("times.csv").build().toString());
        Writer out = response.getWriter();
        out.write("step,cases,holders,median_days,p90_days\n");
        for (StepPace step : paces.published()) {
            out.write(step.step().name() + "," + step.pace().cases() + "," + step.holders() + ","
                    + step.pace().getDays() + "," + step.pace().getNinthDays() + "\n");
        }
    }
}
