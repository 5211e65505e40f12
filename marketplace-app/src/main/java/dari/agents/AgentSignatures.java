package dari.agents;

import dari.agents.AgentGateway.SignedRequest;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Tus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Knows by its signature which agent a request is from. */
@Component
class AgentSignatures {

    /** Of one message of an agent: it is held in memory until its signature is checked. */
    static final long MOST_BYTES = 32L * 1024 * 1024;

    /** Of one message of whoever is no agent, or not yet. */
    static final long MOST_OF_STRANGERS = 64L * 1024;

    private final AgentGateway gateway;

    AgentSignatures(AgentGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Before anything of a message is read: what another version means by it is not known here, and what is too long would take
     * the memory of everybody.
     *
     * @throws ResponseStatusException 400 with the version that is spoken in the answer's header, 411 or 413
     */
    void requireReadable(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Protocol.VERSION_HEADER, Protocol.VERSION);
        if (!Protocol.VERSION.equals(request.getHeader(Protocol.VERSION_HEADER))) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "version " + Protocol.VERSION + " of the agents' protocol is spoken here: update the older side");
        }
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw new ResponseStatusException(HttpStatus.LENGTH_REQUIRED, "say how long the message is");
        }
        long most = gateway.knows(header(request, Protocol.AGENT_HEADER)) ? MOST_BYTES : MOST_OF_STRANGERS;
        if (request.getContentLengthLong() > most) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "at most " + most + " bytes in a message: send a file in parts");
        }
    }

    /** @throws ResponseStatusException 401 when no agent signed exactly this request, now, for the first time */
    UUID agent(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return gateway.authenticate(new SignedRequest(
                        request.getMethod(),
                        path,
                        header(request, Protocol.AGENT_HEADER),
                        header(request, Protocol.TIME_HEADER),
                        header(request, Protocol.NONCE_HEADER),
                        header(request, Protocol.SIGNATURE_HEADER),
                        body,
                        Tus.signedHeaders(request::getHeader)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "not a valid signature"));
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
