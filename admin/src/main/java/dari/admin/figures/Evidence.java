package dari.admin.figures;

import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.ForAdministrators;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Everything that an audit of a call asks for, in one file that shows whether it was changed. */
@Service
public class Evidence {

    private final List<EvidenceSource> sources;
    private final EvidenceTables tables;
    private final Calls calls;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate once;
    private final TransactionTemplate reading;

    Evidence(
            List<EvidenceSource> sources,
            EvidenceTables tables,
            Calls calls,
            ReviewCases cases,
            ProgramSurroundings surroundings,
            MessageSource messages,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sources = List.copyOf(sources);
        this.tables = tables;
        this.calls = calls;
        this.cases = cases;
        this.surroundings = surroundings;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.once = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * Writes the bundle as it is made. That it was asked for is on record before its first byte, its hash after the last.
     *
     * @param locale language of the index
     */
    @ForAdministrators
    public void write(UUID call, Locale locale, OutputStream out) throws IOException {
        CallView found = calls.show(call);
        EvidenceSource.Scope scope = new EvidenceSource.Scope(call, tables.submitted(call), tables.cohorts(call));
        refuseTheBound(scope);
        Instant now = clock.instant();
        once.executeWithoutResult(status -> record("call.evidenceAsked", call, Map.of()));
        EvidenceZip zip = new EvidenceZip(out);
        try {
            // one reading transaction, so that all files tell of the same moment
            reading.executeWithoutResult(status -> sources.forEach(source -> {
                try {
                    source.write(scope, zip);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.text("index.html", "figures.evidence.index", html -> html.write(index(found, now, zip.entries(), locale)));
        List<EvidenceZip.Entry> listed = zip.entries();
        zip.text("manifest.json", "figures.evidence.manifest", text -> text.write(manifest(call, now, listed)));
        zip.finish();
        EvidenceZip.Entry manifest = zip.entries().get(listed.size());
        once.executeWithoutResult(status -> record(
                "call.evidenceMade",
                call,
                Map.of("manifestSha256", manifest.sha256(), "files", Integer.toString(listed.size()))));
    }

    /** The bundle says who reviewed and how they voted: whoever must not learn that of one application gets none of it. */
    private void refuseTheBound(EvidenceSource.Scope scope) {
        Set<UUID> hidden = cases.hiddenFrom(surroundings.actor().user());
        if (scope.applications().stream().anyMatch(hidden::contains)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
    }

    private void record(String action, UUID call, Map<String, String> facts) {
        surroundings.record(action, "call", call, facts, null);
    }

    private String manifest(UUID call, Instant now, List<EvidenceZip.Entry> entries) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("call", call);
        manifest.put("madeAt", now.toString());
        manifest.put(
                "files",
                entries.stream()
                        .map(entry -> {
                            Map<String, Object> file = new LinkedHashMap<>();
                            file.put("path", entry.path());
                            file.put("sha256", entry.sha256());
                            file.put("bytes", entry.size());
                            return file;
                        })
                        .toList());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    }

    private String index(CallView call, Instant now, List<EvidenceZip.Entry> entries, Locale locale) {
        String title = word("figures.evidence.title", locale, call.title(locale));
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"" + locale.getLanguage()
                + "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(title) + "</title></head>\n<body>\n<h1>" + escaped(title) + "</h1>\n<p>"
                + escaped(word("figures.evidence.made", locale, now.toString())) + "</p>\n<table>\n<thead><tr><th>"
                + escaped(word("figures.evidence.file", locale)) + "</th><th>"
                + escaped(word("figures.evidence.about", locale)) + "</th><th>SHA-256</th></tr></thead>\n<tbody>\n");
        for (EvidenceZip.Entry entry : entries) {
            html.append("<tr><td><a href=\"" + escaped(entry.path()) + "\">" + escaped(entry.path()) + "</a></td><td>"
                    + escaped(word(entry.titleKey(), locale)) + "</td><td><code>" + entry.sha256()
                    + "</code></td></tr>\n");
        }
        return html.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
