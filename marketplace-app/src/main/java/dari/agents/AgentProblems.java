package dari.agents;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What an agent is told when something it sent is not taken. */
@RestControllerAdvice(assignableTypes = {AgentController.class, AgentUploadController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class AgentProblems {

    /** What was sent is not what the hospital signed. */
    @ExceptionHandler
    ProblemDetail refused(Refused e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail badInput(BadInput e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }

    /** The agent asks how far the file is, and goes on from there. */
    @ExceptionHandler
    ProblemDetail elsewhere(AgentUploads.ElsewhereException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }
}
