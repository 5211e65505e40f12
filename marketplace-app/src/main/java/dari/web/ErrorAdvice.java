package dari.web;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.forms.TypedText;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong: a page for people, problem details for programs, nothing of the inside for either. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    /** The same on MySQL and MariaDB. */
    private static final int DUPLICATE_ENTRY = 1062;

    private final MessageSource messages;
    private final ShellAdvice shells;

    ErrorAdvice(MessageSource messages, ShellAdvice shells) {
        this.messages = messages;
        this.shells = shells;
    }

    @ExceptionHandler
    Object notFound(NotFoundException e, HttpServletRequest request, Locale locale) {
        return answer(request, locale, HttpStatus.NOT_FOUND, "error.404.title", "error.404.text");
    }

    @ExceptionHandler
    Object notFoundAtTheDesk(ProgramNotFoundException e, HttpServletRequest request, Locale locale) {
        return answer(request, locale, HttpStatus.NOT_FOUND, "error.404.title", "error.404.text");
    }

    @ExceptionHandler
    Object ruleOfTheDeskBroken(ProgramRuleBrokenException e, HttpServletRequest request, Locale locale) {
        return answer(
                request,
                locale,
                HttpStatus.CONFLICT,
                "error.409.title",
                e.messageKey(),
                e.arguments().toArray());
    }

    /** An id in the address that is not an id names nothing. */
    @ExceptionHandler
    Object notAnId(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        return answer(request, locale, HttpStatus.NOT_FOUND, "error.404.title", "error.404.text");
    }

    @ExceptionHandler
    Object ruleBroken(RuleBrokenException e, HttpServletRequest request, Locale locale) {
        return answer(
                request,
                locale,
                HttpStatus.CONFLICT,
                "error.409.title",
                e.messageKey(),
                e.arguments().toArray());
    }

    /** What was typed is kept: shown here, and beside the present state when the form is opened again. */
    @ExceptionHandler
    Object changedMeanwhile(OptimisticLockingFailureException e, HttpServletRequest request, Locale locale) {
        return meanwhile(request, locale);
    }

    /** Two wrote at the same moment. A program is told to come back, by {@link Unavailable}. */
    @ExceptionHandler
    Object writtenMeanwhile(PessimisticLockingFailureException e, HttpServletRequest request, Locale locale) {
        if (!wantsPage(request)) {
            throw e;
        }
        return meanwhile(request, locale);
    }

    /**
     * Two did at the same moment what can be done once. The exception's message holds values, so only the route is told.
     *
     * @throws DataIntegrityViolationException when it is anything else: a fault of ours
     */
    @ExceptionHandler
    Object doneMeanwhile(DataIntegrityViolationException e, HttpServletRequest request, Locale locale) {
        if (!(e.getMostSpecificCause() instanceof SQLException cause && cause.getErrorCode() == DUPLICATE_ENTRY)) {
            throw e;
        }
        log.warn("Done twice at once: {}", request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return meanwhile(request, locale);
    }

    private Object meanwhile(HttpServletRequest request, Locale locale) {
        if (wantsPage(request) && "POST".equals(request.getMethod())) {
            return new ModelAndView(
                    "error/changed",
                    Map.of("kept", TypedText.keep(request), "shell", shells.shell(request, locale)),
                    HttpStatus.CONFLICT);
        }
        return answer(request, locale, HttpStatus.CONFLICT, "error.changed.title", "error.changed.text");
    }

    private Object answer(
            HttpServletRequest request,
            Locale locale,
            HttpStatus status,
            String titleKey,
            String textKey,
            Object... arguments) {
        String title = messages.getMessage(titleKey, null, locale);
        String text = messages.getMessage(textKey, arguments, locale);
        if (wantsPage(request)) {
            return new ModelAndView(
                    "error/problem",
                    Map.of("title", title, "text", text, "shell", shells.shell(request, locale)),
                    status);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setType(
                URI.create("urn:dari:problem:" + titleKey.replace("error.", "").replace(".title", "")));
        problem.setTitle(title);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
