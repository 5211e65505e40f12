package dari.web;

import dari.admin.PageLinks;
import dari.kernel.NotFoundException;
import dari.workspace.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The one rule for pages of lists: a page is a whole number from 0 that databases can count rows by, anything else is no page
 * (404); who asks for one behind the last is led to the last, for a list may have become shorter since it was linked. Of several
 * lists on a page each is turned by a parameter of its own, whose name ends as {@code lookPage} does.
 */
@Component
class PageNumbers implements HandlerInterceptor, WebMvcConfigurer {

    static final String PARAMETER = "page";

    private static final String OF_SEVERAL = "Page";

    private static final Pattern NUMBER = Pattern.compile("\\d{0,6}");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            boolean page = name.equals(PARAMETER) || name.endsWith(OF_SEVERAL);
            if (page
                    && !Stream.of(values)
                            .allMatch(value -> NUMBER.matcher(value).matches())) {
                throw new NotFoundException("page");
            }
        });
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown == null || !HttpMethod.GET.matches(request.getMethod())) {
            return;
        }
        Map<String, Integer> last = new HashMap<>();
        shown.getModel().values().forEach(value -> {
            if (value instanceof Pages list && isBehind(list.number(), list.total())) {
                last.put(list.parameter(), lastOf(list.total()));
            } else if (value instanceof PageLinks list && isBehind(list.number(), list.total())) {
                last.put(PARAMETER, lastOf(list.total()));
            }
        });
        if (!last.isEmpty()) {
            leadTo(last, request, shown);
        }
    }

    private static boolean isBehind(int number, int total) {
        return number > 0 && number >= total;
    }

    private static int lastOf(int total) {
        return Math.max(0, total - 1);
    }

    private static void leadTo(Map<String, Integer> pages, HttpServletRequest request, ModelAndView shown) {
        Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
        if (said != null) { // what the page was to say, e.g. that something is done
            RequestContextUtils.getOutputFlashMap(request).putAll(said);
        }
        ServletUriComponentsBuilder there = ServletUriComponentsBuilder.fromRequest(request);
        pages.forEach((parameter, page) -> there.replaceQueryParam(parameter, page));
        String query = there.build().getQuery();
        shown.clear();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        shown.setViewName("redirect:" + path + "?" + query);
    }
}
