package dari.web;

import dari.notifications.Notifications;
import dari.workspace.RailEntry;
import dari.workspace.RailGroup;
import dari.workspace.RailSource;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its shell: whose desk it is, where one can go, the other language. */
@ControllerAdvice
class ShellAdvice {

    /** Pages for everybody keep the public face, also for those who are signed in. */
    private static final List<String> PUBLIC_PREFIXES = List.of(
            "/offers",
            "/calls",
            "/developers",
            "/register",
            "/alerts",
            "/letters",
            "/signup",
            "/login",
            "/password",
            "/principles",
            "/accessibility",
            "/privacy");

    private final List<RailSource> sources;
    private final Notifications notifications;

    ShellAdvice(List<RailSource> sources, Notifications notifications) {
        this.sources = sources;
        this.notifications = notifications;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        String path = path(request);
        String otherLanguage = otherLanguageUrl(request, path, locale);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof MemberAuthentication member)) {
            return new Shell("public", false, "", false, List.of(), 0, otherLanguage);
        }
        boolean publicPage = path.equals("/") || PUBLIC_PREFIXES.stream().anyMatch(path::startsWith);
        return new Shell(
                publicPage ? "public" : member.actor().face().code(),
                true,
                member.organization().name(locale),
                Boolean.TRUE.equals(request.getAttribute(MemberFilter.SEVERAL)),
                publicPage ? List.of() : rail(member, path),
                notifications.unread(member.actor().user()),
                otherLanguage);
    }

    private List<Shell.Part> rail(MemberAuthentication member, String path) {
        List<RailEntry> entries = sources.stream()
                .flatMap(source -> source.entries().stream())
                .filter(entry -> entry.face() == member.actor().face())
                .filter(entry ->
                        entry.roles().isEmpty() || entry.roles().stream().anyMatch(member.actor()::is))
                .sorted(Comparator.comparingInt(RailEntry::order))
                .toList();
        String current = entries.stream()
                .map(RailEntry::href)
                .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return entries.stream()
                .collect(Collectors.groupingBy(
                        RailEntry::group, () -> new EnumMap<>(RailGroup.class), Collectors.toList()))
                .entrySet()
                .stream()
                .map(part -> new Shell.Part(
                        part.getKey().name(),
                        part.getKey() != RailGroup.HOME,
                        part.getValue().stream()
                                .map(e -> new Shell.Place(
                                        e.href(),
                                        e.icon(),
                                        e.labelKey(),
                                        e.href().equals(current)))
                                .toList()))
                .toList();
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String otherLanguageUrl(HttpServletRequest request, String path, Locale locale) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        String query = request.getQueryString();
        if (query != null && "GET".equals(request.getMethod())) {
            url.query(query);
        }
        return url.replaceQueryParam(Languages.PARAMETER, locale.getLanguage().equals("en") ? "ko" : "en")
                .build()
                .toUriString();
    }
}
