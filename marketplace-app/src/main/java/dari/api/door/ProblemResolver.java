package dari.api.door;

import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import tools.jackson.core.JacksonException;

/**
 * Says for the API what went wrong, also where no resource was reached. Before the pages' own advice, which it leaves
 * everything else to.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return -1; // Spring's own resolvers begin at 0
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!request.getRequestURI().startsWith(ApiSecurity.PATH)) {
            return null;
        }
        try {
            problems.write(problem(e, handler), request, response);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception e, @Nullable Object handler) {
        if (e instanceof ProblemException said) {
            return said.problem();
        } else if (e instanceof RuleBrokenException rule) {
            return Problem.ofRule(rule.messageKey(), rule.arguments());
        } else if (e instanceof ProgramRuleBrokenException rule) {
            return Problem.ofRule(rule.messageKey(), rule.arguments());
        } else if (e instanceof OptimisticLockingFailureException) {
            return Problem.of(ProblemKind.CHANGED);
        } else if (e instanceof AccessDeniedException denied) {
            return Problem.of(asksForASecondStep(denied) ? ProblemKind.PERSON_NEEDED : ProblemKind.FORBIDDEN);
        } else if (namesNothing(e, handler)) {
            return Problem.of(ProblemKind.NOT_FOUND);
        } else if (e instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        } else if (e instanceof MissingServletRequestParameterException missing) {
            return unreadable("api.problem.parameter.missing", missing.getParameterName());
        } else if (e instanceof MethodArgumentTypeMismatchException wrong) {
            return unreadable("api.problem.parameter.bad", wrong.getName());
        } else if (e instanceof HttpRequestMethodNotSupportedException method) {
            return Problem.of(ProblemKind.METHOD).with(HttpHeaders.ALLOW, allowed(method));
        } else if (e instanceof HttpMediaTypeNotSupportedException) {
            return Problem.of(ProblemKind.MEDIA_TYPE).with(HttpHeaders.ACCEPT, "application/json");
        } else if (e instanceof HttpMediaTypeNotAcceptableException) {
            return Problem.of(ProblemKind.NOT_ACCEPTABLE);
        }
        log.error("a request to the API failed", e);
        return Problem.of(ProblemKind.INTERNAL);
    }

    private static boolean asksForASecondStep(AccessDeniedException e) {
        return e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision;
    }

    /** An id in the path that is no id names nothing; so does a path that only the files of pages would answer. */
    private static boolean namesNothing(Exception e, @Nullable Object handler) {
        return e instanceof NotFoundException
                || e instanceof ProgramNotFoundException
                || e instanceof NoResourceFoundException
                || handler instanceof ResourceHttpRequestHandler
                || (e instanceof MethodArgumentTypeMismatchException wrong
                        && wrong.getParameter().hasParameterAnnotation(PathVariable.class));
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
            String field = json.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                    .collect(Collectors.joining());
            return unreadable("api.problem.unreadable.field", field.replaceFirst("^\\.", ""));
        }
        return Problem.of(ProblemKind.UNREADABLE);
    }

    private static Problem unreadable(String detailKey, String what) {
        return new Problem(ProblemKind.UNREADABLE, detailKey, List.of(what), List.of(), Map.of());
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> methods = e.getSupportedHttpMethods();
        return methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
