package dari.forms;

import dari.kernel.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Does a form once, however often it is sent: the second click, and the same form after the back button, lead where the
 * first led. A form that came to nothing, because something in it was wrong or nobody was allowed, may be sent again.
 */
public final class OneSubmission extends OncePerRequestFilter {

    /** The first may be at work on another node: only the database knows when it is done. */
    private final RetryTemplate waiting = new RetryTemplate(RetryPolicy.builder()
            .includes(StillAtWork.class)
            .maxRetries(100)
            .delay(Duration.ofMillis(100))
            .build());

    private final Submissions submissions;
    private final CurrentActor currentActor;

    OneSubmission(Submissions submissions, CurrentActor currentActor) {
        this.submissions = submissions;
        this.currentActor = currentActor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<FormMark> mark = mark(request);
        if (mark.isEmpty()) {
            chain.doFilter(request, response);
        } else if (submissions.begin(mark.get())) {
            once(mark.get(), request, response, chain);
        } else {
            again(mark.get(), request, response, chain);
        }
    }

    private void once(FormMark mark, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean done = false;
        try {
            chain.doFilter(request, response);
            String address = response.getHeader(HttpHeaders.LOCATION);
            if (address != null) {
                TypedText.forget(request);
                submissions.ledTo(mark, address);
                done = true;
            }
        } finally {
            if (!done) {
                submissions.undo(mark);
            }
        }
    }

    private void again(FormMark mark, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> address;
        try {
            address = waiting.execute(() -> outcome(mark));
        } catch (RetryException e) {
            response.sendError(HttpStatus.CONFLICT.value());
            return;
        }
        if (address.isPresent()) {
            response.sendRedirect(address.get());
        } else {
            once(mark, request, response, chain);
        }
    }

    /** Where the first sending led; empty when it came to nothing and this one began in its place. */
    private Optional<String> outcome(FormMark mark) throws StillAtWork {
        Optional<String> address = submissions.ledTo(mark);
        if (address.isEmpty() && !submissions.begin(mark)) {
            throw new StillAtWork();
        }
        return address;
    }

    private static final class StillAtWork extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Only of the person's own form: another's mark says nothing. */
    private Optional<FormMark> mark(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                ? FormMark.of(request.getParameter(FormMark.FIELD))
                        .filter(mark -> currentActor
                                .person()
                                .filter(mark.person()::equals)
                                .isPresent())
                : Optional.empty();
    }
}
