package dari.agents;

import dari.agents.AgentGateway.SignedRequest;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Tus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Knows by its signature which agent a request is from. */
@Component
class AgentSignatures {

    private final AgentGateway gateway;

    AgentSignatures(AgentGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Before anything else: what another version means by its messages is not known here.
     *
     * @throws ResponseStatusException 400, with the version that is spoken in the answer's header
     */
    static void requireVersion(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Protocol.VERSION_HEADER, Protocol.VERSION);
        if (!Protocol.VERSION.equals(request.getHeader(Protocol.VERSION_HEADER))) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "version " + Protocol.VERSION + " of the agents' protocol is spoken here: update the older side");
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
