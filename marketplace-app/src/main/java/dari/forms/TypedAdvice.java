package dari.forms;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands every page what was typed into it before; the fragments of forms show it beside their fields. */
@ControllerAdvice
class TypedAdvice {

    @ModelAttribute("typed")
    @Nullable
    TypedText typed(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? TypedText.forPage(request) : null;
    }
}
