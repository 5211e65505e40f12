package dari.audit;

import dari.workspace.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** For everybody who would rather check than believe: the history's chain and its signed checkpoints. */
@Controller
@RequestMapping("/register/history")
class PublicHistoryController {

    private static final int LINES = 30;

    private final HistoryCheckpoints checkpoints;

    PublicHistoryController(HistoryCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        int shown = Math.max(page, 0);
        long count = checkpoints.count();
        model.addAttribute("checkpoints", checkpoints.newest(shown, LINES));
        model.addAttribute("count", count);
        model.addAttribute("pages", Pages.of(shown, count, LINES, "/register/history"));
        model.addAttribute(
                "address", ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        model.addAttribute("publicKey", checkpoints.publicKey());
        return "audit/public-history";
    }

    @GetMapping("/checkpoints.csv")
    void checkpoints(HttpServletResponse response) throws IOException {
        answer(response, "text/csv", "checkpoints.csv");
        checkpoints.writeCheckpoints(response.getWriter());
    }

    @GetMapping("/chain.csv")
    void chain(HttpServletResponse response) throws IOException {
        answer(response, "text/csv", "chain.csv");
        checkpoints.writeChain(response.getWriter());
    }

    @GetMapping("/key.pem")
    void key(HttpServletResponse response) throws IOException {
        answer(response, "application/x-pem-file", "key.pem");
        response.getWriter()
                .write("-----BEGIN PUBLIC KEY-----\n" + checkpoints.publicKey() + "\n-----END PUBLIC KEY-----\n");
    }

    private static void answer(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
