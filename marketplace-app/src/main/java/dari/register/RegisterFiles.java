package dari.register;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole register to take along: JSON, the same as CSV, and a feed of what is new. */
@RestController
@RequestMapping("/register")
class RegisterFiles {

    /** A feed says what is new; the whole register is the JSON beside it. */
    private static final int NEWEST = 100;

    private final PublicRegister register;
    private final PublicFiles files;

    RegisterFiles(PublicRegister register, PublicFiles files) {
        this.register = register;
        this.files = files;
    }

    @GetMapping("/entries.json")
    List<PublicEntry> json() {
        String address = files.address("/register");
        return register.all().stream()
                .map(sandbox -> PublicEntry.of(sandbox, address))
                .toList();
    }

    @GetMapping("/entries.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-register.csv", PublicEntry.class, json());
    }

    @GetMapping(path = "/entries.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    String atom(Locale locale) throws IOException {
        String address = files.address("/register");
        boolean english = locale.getLanguage().equals("en");
        return files.atom(
                "register.feed.title",
                "/register",
                register.newest(NEWEST).stream()
                        .map(sandbox -> PublicEntry.of(sandbox, address))
                        .map(entry -> new PublicFiles.News(
                                entry.id(),
                                english ? entry.titleEn() : entry.titleKo(),
                                english ? entry.summaryEn() : entry.summaryKo(),
                                entry.link(),
                                entry.changedAt()))
                        .toList(),
                locale);
    }
}
