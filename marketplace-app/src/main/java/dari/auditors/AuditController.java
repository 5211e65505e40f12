package dari.auditors;

import dari.admin.BoardRow;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.workspace.Pages;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's pages: they show, and hold no form. */
@Controller
@RequestMapping("/audits")
class AuditController implements RailSource {

    private static final int PAGE = 20;

    private final AuditDesk desk;

    AuditController(AuditDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String mine(Model model) {
        model.addAttribute("mandates", desk.mine());
        return "auditors/mine";
    }

    @GetMapping("/calls/{call}")
    String call(@PathVariable UUID call, @RequestParam(defaultValue = "0") int page, Model model) {
        AuditDesk.AuditedPage audited = desk.call(call, Math.max(0, page), PAGE);
        Page<BoardRow> rows = audited.rows();
        model.addAttribute("audited", audited.shown());
        model.addAttribute("total", rows.getTotalElements());
        model.addAttribute("pages", new Pages(rows.getNumber(), rows.getTotalPages(), "/audits/calls/" + call));
        return "auditors/call";
    }

    @GetMapping("/calls/{call}/evidence.json")
    ResponseEntity<AuditedCall> evidence(@PathVariable UUID call) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"call-" + call + ".json\"")
                .body(desk.evidence(call));
    }

    @GetMapping("/applications/{application}")
    String application(@PathVariable UUID application, Model model) {
        model.addAttribute("audited", desk.application(application));
        return "auditors/application";
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.PROGRAM, 80, "/audits", "search", "rail.audits", Role.PROGRAM_AUDITOR),
                RailEntry.of(
                        Face.PROGRAM, 80, "/program/auditors", "shield", "rail.auditors", Role.PROGRAM_ADMINISTRATOR));
    }
}
