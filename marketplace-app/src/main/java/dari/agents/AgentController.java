package dari.agents;

import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Signed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where hospital agents knock; docs/agent-protocol.md says how. */
@RestController
@RequestMapping("/agent/v1")
class AgentController {

    private static final int MOST_LEDGER_BYTES = 16 * 1024 * 1024;

    private final AgentSignatures signatures;
    private final AgentGateway gateway;
    private final AgentUploads uploads;
    private final AgentLedgers ledgers;
    private final JsonMapper json;

    AgentController(
            AgentSignatures signatures,
            AgentGateway gateway,
            AgentUploads uploads,
            AgentLedgers ledgers,
            JsonMapper json) {
        this.signatures = signatures;
        this.gateway = gateway;
        this.uploads = uploads;
        this.ledgers = ledgers;
        this.json = json;
    }

    @ModelAttribute
    void version(HttpServletRequest request, HttpServletResponse response) {
        signatures.requireReadable(request, response);
    }

    @PostMapping("/enrol")
    Protocol.Enrolled enrol(@RequestBody byte[] body) {
        return gateway.enrol(read(body, Protocol.Enrolment.class))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.FORBIDDEN,
                        "the code is unknown, used or too old: ask the hospital's steward for one"));
    }

    @PostMapping("/heartbeat")
    ResponseEntity<Void> heartbeat(HttpServletRequest request, @RequestBody byte[] body) {
        UUID agent = signatures.agent(request, body);
        Protocol.Heartbeat heartbeat = read(body, Protocol.Heartbeat.class);
        gateway.heartbeat(agent, heartbeat.sources(), heartbeat.exclusionLists());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/jobs/next")
    ResponseEntity<String> next(HttpServletRequest request, @RequestBody(required = false) byte[] body) {
        return gateway.next(signatures.agent(request, body == null ? new byte[0] : body))
                .map(job -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(job.document()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/jobs/{job}/state")
    ResponseEntity<Void> state(HttpServletRequest request, @PathVariable UUID job, @RequestBody byte[] body) {
        gateway.report(signatures.agent(request, body), job, read(body, Protocol.StateReport.class));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/refusals")
    ResponseEntity<Void> refusal(HttpServletRequest request, @RequestBody byte[] body) {
        gateway.refused(signatures.agent(request, body), read(body, Protocol.Refusal.class));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/ledger")
    ResponseEntity<Signed> ledgerHead(HttpServletRequest request) {
        return ledgers.head(signatures.agent(request, new byte[0]))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/ledger")
    Signed ledger(HttpServletRequest request, @RequestBody byte[] body) {
        if (body.length > MOST_LEDGER_BYTES) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "too many lines at once");
        }
        return ledgers.takeIn(signatures.agent(request, body), read(body, Signed.class))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "these lines do not go on from the countersigned head: ask for it first"));
    }

    /** How agents of earlier versions send a file; the present ones send parts. */
    @PutMapping("/jobs/{job}/files")
    ResponseEntity<Void> file(
            HttpServletRequest request, @PathVariable UUID job, @RequestParam String path, @RequestBody byte[] body) {
        uploads.inOnePiece(signatures.agent(request, body), job, path, body);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/jobs/{job}/complete")
    ResponseEntity<Void> complete(
            HttpServletRequest request, @PathVariable UUID job, @RequestBody(required = false) byte[] body) {
        gateway.complete(signatures.agent(request, body == null ? new byte[0] : body), job);
        return ResponseEntity.noContent().build();
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the message does not have the protocol's shape");
        }
    }
}
