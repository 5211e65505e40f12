package dari.hospitalpages;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.register.PublicFiles;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** Hospitals for everybody: what runs there, and whom to ask to be left out. */
@Controller
@RequestMapping("/register/hospitals")
class PublicHospitalController implements RailSource {

    private static final int LINES = 20;
    private static final String PATH = "/register/hospitals";

    private final HospitalPages pages;
    private final PublicFiles files;

    PublicHospitalController(HospitalPages pages, PublicFiles files) {
        this.pages = pages;
        this.files = files;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        List<HospitalPages.Listed> all = pages.find(q, locale);
        int number = Math.max(page, 0);
        int from = (int) Math.min((long) number * LINES, all.size());
        String url = UriComponentsBuilder.fromPath(PATH)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("hospitals", all.subList(from, Math.min(from + LINES, all.size())));
        model.addAttribute("words", q.strip());
        model.addAttribute("pages", Pages.of(number, all.size(), LINES, url));
        return "hospitalpages/list";
    }

    @GetMapping("/{hospital}")
    String show(@PathVariable UUID hospital, @RequestParam(required = false) @Nullable Integer version, Model model) {
        model.addAttribute("shown", pages.show(new OrganizationId(hospital), version));
        return "hospitalpages/hospital";
    }

    /** A hospital as programs take it along; the fields stay as they are. */
    record PublicHospital(UUID id, String name, String nameEn, long running, long over, String link) {}

    @GetMapping("/hospitals.json")
    @ResponseBody
    List<PublicHospital> json() {
        String address = files.address(PATH);
        return pages.find("", Locale.KOREAN).stream()
                .map(one -> new PublicHospital(
                        one.hospital().id().value(),
                        one.hospital().name(),
                        one.hospital().name(Locale.ENGLISH),
                        one.running(),
                        one.over(),
                        address + "/" + one.hospital().id().value()))
                .toList();
    }

    @GetMapping("/hospitals.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-hospitals.csv", PublicHospital.class, json());
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.HOSPITAL, 77, "/hospital/public-page", "globe", "rail.publicPage", Role.HOSPITAL_OFFICE));
    }
}
