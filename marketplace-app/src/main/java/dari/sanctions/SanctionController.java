package dari.sanctions;

import dari.admin.checks.Debarments;
import dari.audit.History;
import dari.register.PublicFiles;
import dari.workspace.Pages;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** Sanctions and refusals: a page, the same to take along, and a feed. */
@Controller
@RequestMapping("/register/sanctions")
class SanctionController {

    private static final String PATH = "/register/sanctions";
    private static final int LINES = 30;

    private final PublicSanctions sanctions;
    private final PublicFiles files;
    private final MessageSource messages;
    private final ZoneId seoul;

    SanctionController(PublicSanctions sanctions, PublicFiles files, MessageSource messages, ZoneId seoul) {
        this.sanctions = sanctions;
        this.files = files;
        this.messages = messages;
        this.seoul = seoul;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        Page<Debarments.Published> found = sanctions.find(q, Math.max(page, 0), LINES);
        String url = UriComponentsBuilder.fromPath(PATH)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("sanctions", found.getContent());
        model.addAttribute("pages", new Pages(found.getNumber(), found.getTotalPages(), url));
        model.addAttribute("refusals", sanctions.refusals());
        model.addAttribute("words", q.strip());
        return "sanctions/sanctions";
    }

    /** A sanction as programs take it along; the fields stay as they are. */
    record Sanction(String name, LocalDate startsOn, LocalDate endsOn, boolean now) {}

    @GetMapping("/sanctions.json")
    @ResponseBody
    List<Sanction> json() {
        return sanctions.all().stream()
                .map(one -> new Sanction(one.name(), one.startsOn(), one.endsOn(), one.now()))
                .toList();
    }

    @GetMapping("/sanctions.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-sanctions.csv", Sanction.class, json());
    }

    @GetMapping("/refusals.json")
    @ResponseBody
    List<History.YearCount> refusals() {
        return sanctions.refusals();
    }

    @GetMapping("/refusals.csv")
    ResponseEntity<String> refusalFile() throws IOException {
        return files.csv("dari-refusals.csv", History.YearCount.class, sanctions.refusals());
    }

    @GetMapping(path = "/sanctions.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @ResponseBody
    String atom(Locale locale) throws IOException {
        return files.atom(
                "sanctions.title",
                PATH,
                sanctions.all().stream().map(one -> news(one, locale)).toList(),
                locale);
    }

    private PublicFiles.News news(Debarments.Published one, Locale locale) {
        return new PublicFiles.News(
                one.id(),
                one.name(),
                messages.getMessage(
                        "sanctions.from.until",
                        new Object[] {one.startsOn().toString(), one.endsOn().toString()},
                        locale),
                files.address(PATH),
                one.startsOn().atStartOfDay(seoul).toInstant());
    }
}
