package dari.register;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole register to take along: JSON, the same as CSV, and a feed of what is new. */
@RestController
@RequestMapping("/register")
class RegisterFiles {

    /** A feed says what is new; the whole register is the JSON beside it. */
    private static final int NEWEST = 100;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final PublicRegister register;
    private final JsonMapper json;
    private final MessageSource messages;

    RegisterFiles(PublicRegister register, JsonMapper json, MessageSource messages) {
        this.register = register;
        this.json = json;
        this.messages = messages;
    }

    @GetMapping("/entries.json")
    List<PublicEntry> json() {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/register")
                .toUriString();
        return register.all().stream()
                .map(sandbox -> PublicEntry.of(sandbox, address))
                .toList();
    }

    /** The fields of the JSON, a column each; several codes are separated by semicolons. */
    @GetMapping("/entries.csv")
    ResponseEntity<String> csv() throws IOException {
        List<String> columns = PublicEntry.fields();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (PublicEntry entry : json()) {
                JsonNode row = json.valueToTree(entry);
                csv.printRecord(columns.stream().map(column -> cell(row.path(column))));
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dari-register.csv")
                                .build()
                                .toString())
                .body(text.toString());
    }

    @GetMapping(path = "/entries.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    String atom(Locale locale) throws FeedException, IOException {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/register")
                .toUriString();
        List<PublicEntry> entries = register.all(0, NEWEST).stream()
                .map(sandbox -> PublicEntry.of(sandbox, address))
                .toList();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(messages.getMessage("register.feed.title", null, locale));
        feed.setUri(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        feed.setLink(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/register")
                .toUriString());
        entries.stream()
                .map(PublicEntry::changedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> feed.setPublishedDate(Date.from(newest)));
        feed.setEntries(entries.stream().map(entry -> entry(entry, locale)).toList());
        StringWriter text = new StringWriter();
        new SyndFeedOutput().output(feed, text);
        return text.toString();
    }

    private static SyndEntry entry(PublicEntry entry, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        SyndEntry shown = new SyndEntryImpl();
        shown.setUri("urn:uuid:" + entry.id());
        shown.setTitle(english ? entry.titleEn() : entry.titleKo());
        shown.setLink(entry.link());
        shown.setUpdatedDate(Date.from(entry.changedAt()));
        SyndContentImpl summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(english ? entry.summaryEn() : entry.summaryKo());
        shown.setDescription(summary);
        return shown;
    }

    /** A value that a spreadsheet would take for a formula is led by an apostrophe. */
    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return String.join(";", value.valueStream().map(JsonNode::asString).toList());
        }
        String text = value.isNull() ? "" : value.asString();
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
