package dari.web;

import dari.admin.PageLinks;
import dari.kernel.NotFoundException;
import dari.workspace.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
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
 * (404); who asks for one behind the last is led to the last, for a list may have become shorter since it was linked.
 */
@Component
class PageNumbers implements HandlerInterceptor, WebMvcConfigurer {

    static final String PARAMETER = "page";

    private static final Pattern NUMBER = Pattern.compile("\\d{0,6}");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String page = request.getParameter(PARAMETER);
        if (page != null && !NUMBER.matcher(page).matches()) {
            throw new NotFoundException("page");
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown == null || !HttpMethod.GET.matches(request.getMethod())) {
            return;
        }
        Object pages = shown.getModel().get("pages");
        if (pages instanceof Pages list) {
            leadToTheLast(request, shown, list.number(), list.total());
        } else if (pages instanceof PageLinks list) {
            leadToTheLast(request, shown, list.number(), list.total());
        }
    }

    private static void leadToTheLast(HttpServletRequest request, ModelAndView shown, int number, int total) {
        if (number == 0 || number < total) {
            return;
        }
        Map<String, ?> said = RequestContextUtils.getInputFlashMap(request);
        if (said != null) { // what the page was to say, e.g. that something is done
            RequestContextUtils.getOutputFlashMap(request).putAll(said);
        }
        String query = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam(PARAMETER, Math.max(0, total - 1))
                .build()
                .getQuery();
        shown.clear();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        shown.setViewName("redirect:" + path + "?" + query);
    }
}
