package dari.agents;

import dari.agents.AgentUploads.Standing;
import dari.provisioner.agent.Tus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where files of results come in, in parts, as tus 1.0 has it; docs/agent-protocol.md says what is ours. */
@RestController
@RequestMapping("/agent/v1/jobs/{job}/uploads")
class AgentUploadController {

    private final AgentSignatures signatures;
    private final AgentUploads uploads;

    AgentUploadController(AgentSignatures signatures, AgentUploads uploads) {
        this.signatures = signatures;
        this.uploads = uploads;
    }

    /** Before each of the three: both sides speak the same version, and no part is longer than one may be. */
    @ModelAttribute
    void version(HttpServletRequest request, HttpServletResponse response) {
        signatures.requireReadable(request, response);
        response.setHeader(Tus.VERSION_HEADER, Tus.VERSION);
        if (!Tus.VERSION.equals(request.getHeader(Tus.VERSION_HEADER))) {
            response.setHeader("Tus-Version", Tus.VERSION);
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, "tus " + Tus.VERSION + " is spoken here");
        }
    }

    @PostMapping
    ResponseEntity<Void> begin(
            HttpServletRequest request,
            @PathVariable UUID job,
            @RequestHeader(Tus.LENGTH) long length,
            @RequestHeader(Tus.METADATA) String metadata) {
        Standing begun = uploads.begin(signatures.agent(request, new byte[0]), job, Tus.announced(metadata, length));
        return said(ResponseEntity.created(URI.create("/agent/v1/jobs/" + job + "/uploads/" + begun.id())), begun);
    }

    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    ResponseEntity<Void> standing(HttpServletRequest request, @PathVariable UUID job, @PathVariable UUID upload) {
        Standing standing = uploads.of(signatures.agent(request, new byte[0]), job, upload);
        return said(
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(Tus.LENGTH, String.valueOf(standing.bytes())),
                standing);
    }

    @PatchMapping(path = "/{upload}", consumes = Tus.PART_TYPE)
    ResponseEntity<Void> add(
            HttpServletRequest request,
            @PathVariable UUID job,
            @PathVariable UUID upload,
            @RequestHeader(Tus.OFFSET) long from,
            @RequestHeader(Tus.CHECKSUM) String checksum,
            @RequestBody byte[] part) {
        if (!Tus.checksum(part).equals(checksum)) {
            throw new ResponseStatusException(
                    HttpStatusCode.valueOf(Tus.CHECKSUM_MISMATCH), "the part was changed on its way");
        }
        return uploads.add(signatures.agent(request, part), job, upload, from, part)
                .map(standing -> said(ResponseEntity.noContent(), standing))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "the parts together are not the file that was announced"));
    }

    private static ResponseEntity<Void> said(ResponseEntity.HeadersBuilder<?> answer, Standing standing) {
        return answer.header(Tus.OFFSET, String.valueOf(standing.kept()))
                .header(
                        Tus.EXPIRES,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                standing.until().atOffset(ZoneOffset.UTC)))
                .build();
    }
}
