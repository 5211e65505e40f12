package dari.incidents;

import dari.projects.ProjectView;
import dari.register.PublicFiles;
import dari.register.RegisterSection;
import dari.workspace.Pages;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** Incidents and near misses for everybody: a page, the same to take along, a feed; and those of one project. */
@Controller
@RequestMapping("/register/incidents")
class PublicIncidentController implements RegisterSection {

    private static final int LINES = 20;
    private static final int NEWEST = 100;
    private static final String PATH = "/register/incidents";

    private final IncidentRegister register;
    private final PublicFiles files;
    private final MessageSource messages;
    private final ZoneId seoul;

    PublicIncidentController(IncidentRegister register, PublicFiles files, MessageSource messages, ZoneId seoul) {
        this.register = register;
        this.files = files;
        this.messages = messages;
        this.seoul = seoul;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        List<IncidentRegister.Entry> all = register.find(q);
        int number = Math.max(page, 0);
        int from = (int) Math.min((long) number * LINES, all.size());
        model.addAttribute("entries", all.subList(from, Math.min(from + LINES, all.size())));
        model.addAttribute("untold", register.untold());
        model.addAttribute("words", q.strip());
        String url = UriComponentsBuilder.fromPath(PATH)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("pages", Pages.of(number, all.size(), LINES, url));
        return "incidents/public";
    }

    @GetMapping("/incidents.json")
    @ResponseBody
    List<PublicIncident> json() {
        return register.find("").stream().map(this::entry).toList();
    }

    @GetMapping("/incidents.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-incidents.csv", PublicIncident.class, json());
    }

    @GetMapping(path = "/incidents.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @ResponseBody
    String atom(Locale locale) throws IOException {
        return files.atom(
                "incidents.public.title",
                PATH,
                register.find("").stream()
                        .limit(NEWEST)
                        .map(entry -> new PublicFiles.News(
                                entry.facts().id(),
                                messages.getMessage(
                                                "incidents.kind."
                                                        + entry.facts().kind(),
                                                null,
                                                locale)
                                        + " · " + entry.project().hospital().name(locale),
                                String.valueOf(entry.facts().plain(locale)),
                                link(entry.facts()),
                                entry.facts().changedAt()))
                        .toList(),
                locale);
    }

    @Override
    public Map<String, Object> of(ProjectView project) {
        return Map.of("publicIncidents", register.of(project.id()));
    }

    private PublicIncident entry(IncidentRegister.Entry entry) {
        IncidentFacts facts = entry.facts();
        Boolean mustNotify = facts.mustNotify();
        Instant notifiedAt = facts.notifiedAt();
        Instant notifyBy = facts.notifyBy();
        return new PublicIncident(
                facts.id(),
                facts.number(),
                facts.kind().name(),
                facts.status().name(),
                entry.project().hospital().name(),
                entry.project().hospital().name(Locale.ENGLISH),
                Objects.requireNonNullElse(facts.plainKo(), ""),
                Objects.requireNonNullElse(facts.plainEn(), ""),
                Objects.requireNonNull(day(facts.knownAt())),
                facts.persons(),
                Boolean.TRUE.equals(mustNotify) ? notifiedAt != null : null,
                (notifiedAt == null || notifyBy == null) ? null : !notifiedAt.isAfter(notifyBy),
                day(facts.closedAt()),
                link(facts));
    }

    private String link(IncidentFacts facts) {
        return files.address(PATH) + "#" + facts.number();
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, seoul);
    }
}
