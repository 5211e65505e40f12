package dari.web;

import dari.kernel.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No list is so long: the place of such a page's first row would not fit the numbers that databases count rows with. */
@Component
class PageNumbers implements HandlerInterceptor, WebMvcConfigurer {

    static final String PARAMETER = "page";

    private static final int DIGITS = 6;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String page = request.getParameter(PARAMETER);
        if (page != null && page.length() > DIGITS) {
            throw new NotFoundException("page");
        }
        return true;
    }
}
