package dari.provenance;

import dari.projects.ProjectId;
import dari.workspace.PdfPaper;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The statement as a PDF, in the reader's language. */
@Controller
class ProvenanceController {

    private final Provenance provenance;
    private final ITemplateEngine templates;
    private final ZoneId seoul;

    ProvenanceController(Provenance provenance, ITemplateEngine templates, ZoneId seoul) {
        this.provenance = provenance;
        this.templates = templates;
        this.seoul = seoul;
    }

    @GetMapping("/projects/{project}/provenance")
    ResponseEntity<byte[]> paper(@PathVariable UUID project, Locale locale) {
        ProvenanceFacts facts = provenance.of(new ProjectId(project));
        String name = "provenance-" + facts.project().number() + "-" + locale.getLanguage() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PdfPaper.of(page(facts, locale)));
    }

    private String page(ProvenanceFacts facts, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("f", facts);
        context.setVariable("seoul", seoul); // no beans outside of a web page
        return templates.process("provenance/paper", context);
    }
}
