package dari.recipes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** What was typed into a form. */
record TypedForm(HttpServletRequest request) {

    boolean has(String name) {
        return request.getParameter(name) != null;
    }

    /** Without edges, its lines ended as a recipe's are; {@code otherwise} where the form had no such field. */
    String text(String name, String otherwise) {
        String typed = request.getParameter(name);
        return typed == null ? otherwise : typed.replace("\r\n", "\n").strip();
    }

    /** One name a line. */
    Stream<String> names(String field) {
        return text(field, "")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct();
    }
}
