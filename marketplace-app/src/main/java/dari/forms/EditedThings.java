package dari.forms;

import dari.kernel.CurrentActor;
import dari.kernel.IdBytes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes which version a page is about to show of what several people edit. It is read before the page reads the thing: a
 * change in between is at the worst a conflict too many, never one too few.
 */
@Component
class EditedThings implements HandlerInterceptor {

    private static final String SEEN = SeenVersion.class.getName();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /**
     * Pages with forms about one thing: the last variable of the address is its id in this table. Applications and reviews
     * are kept as they are written, which changes them under their own page: they have a rule of their own.
     */
    private static final Map<String, String> TABLES = Map.of(
            "/hospital/offers/{offer}", "offer",
            "/hospital/answers/{template}", "answer_template",
            "/startup/needs/{need}", "need",
            "/documents/{document}/edit", "document",
            "/projects/{project}", "project",
            "/program/calls/{call}/edit", "program_call",
            "/program/applications/{application}", "application",
            "/program/verifications/{verification}", "verification_case");

    private static final String PROFILE = "/startup/profile";
    private static final String MEMBER = "/account/team/{member}";

    private final JdbcClient database;
    private final CurrentActor currentActor;

    EditedThings(JdbcClient database, CurrentActor currentActor) {
        this.database = database;
        this.currentActor = currentActor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod())) {
            seen(request).ifPresent(seen -> request.setAttribute(SEEN, seen));
        }
        return true;
    }

    /** What this page shows; after a mistake in the form, what the page before it showed. */
    static Optional<String> shown(HttpServletRequest request) {
        return SeenVersion.of(request.getParameterValues(SeenVersion.FIELD))
                .findFirst()
                .or(() -> request.getAttribute(SEEN) instanceof SeenVersion seen ? Optional.of(seen) : Optional.empty())
                .map(SeenVersion::text);
    }

    private Optional<SeenVersion> seen(HttpServletRequest request) {
        String page = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String table = TABLES.get(page);
        if (table != null) {
            return variable(request, page)
                    .flatMap(id -> read("SELECT id, version FROM " + table + " WHERE id = ?", IdBytes.of(id)));
        }
        return currentActor.find().flatMap(actor -> {
            byte[] organization = IdBytes.of(actor.organization().value());
            return switch (page) {
                case PROFILE ->
                    read("SELECT organization, version FROM startup_profile WHERE organization = ?", organization);
                case MEMBER ->
                    variable(request, page)
                            .flatMap(account -> read(
                                    "SELECT id, version FROM membership WHERE organization = ? AND account = ?",
                                    organization,
                                    IdBytes.of(account)));
                default -> Optional.empty();
            };
        });
    }

    private Optional<SeenVersion> read(String sql, Object... parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, number) -> new SeenVersion(IdBytes.toId(row.getBytes(1)), row.getInt(2)))
                .optional();
    }

    private static Optional<UUID> variable(HttpServletRequest request, String page) {
        Matcher names = VARIABLE.matcher(page);
        if (names.find()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            try {
                return Optional.of(UUID.fromString(String.valueOf(variables.get(names.group(1)))));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // names nothing; the page says so
            }
        }
        return Optional.empty();
    }
}
