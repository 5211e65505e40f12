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
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what everybody may take along of the public pages: records as CSV, and feeds of what is new. */
@Component
public class PublicFiles {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What XML cannot hold, not even escaped: one such sign in a citizen's text would keep the feed from everybody. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final JsonMapper json;
    private final MessageSource messages;

    PublicFiles(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** Something new in a feed. */
    public record News(UUID id, String title, String text, String link, Instant changedAt) {}

    /** The address of one of our pages, as the reader of this request calls us. */
    public String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    /** The fields of the JSON, a column each; several codes are separated by semicolons. */
    public <T extends Record> ResponseEntity<String> csv(String name, Class<T> type, List<T> rows) throws IOException {
        List<String> columns = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns);
            for (T entry : rows) {
                JsonNode row = json.valueToTree(entry);
                csv.printRecord(columns.stream().map(column -> cell(row.path(column))));
            }
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.toString());
    }

    /**
     * A feed in the reader's language.
     *
     * @param path of the page whose news it tells
     */
    public String atom(String titleKey, String path, List<News> news, Locale locale) throws IOException {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(messages.getMessage(titleKey, null, locale));
        feed.setUri(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        feed.setLink(address(path));
        news.stream()
                .map(News::changedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> feed.setPublishedDate(Date.from(newest)));
        feed.setEntries(news.stream().map(PublicFiles::entry).toList());
        StringWriter text = new StringWriter();
        try {
            new SyndFeedOutput().output(feed, text);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static SyndEntry entry(News news) {
        SyndEntry shown = new SyndEntryImpl();
        shown.setUri("urn:uuid:" + news.id());
        shown.setTitle(xml(news.title()));
        shown.setLink(news.link());
        shown.setUpdatedDate(Date.from(news.changedAt()));
        SyndContentImpl text = new SyndContentImpl();
        text.setType("text");
        text.setValue(xml(news.text()));
        shown.setDescription(text);
        return shown;
    }

    private static String xml(String text) {
        return NO_XML.matcher(text).replaceAll("");
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
