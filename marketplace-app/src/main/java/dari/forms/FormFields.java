package dari.forms;

import dari.kernel.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Gives every form that is sent its hidden fields: beside the one against forgery, our mark and the seen version. */
final class FormFields implements RequestDataValueProcessor {

    private final RequestDataValueProcessor security;
    private final ObjectProvider<CurrentActor> currentActor;

    FormFields(RequestDataValueProcessor security, ObjectProvider<CurrentActor> currentActor) {
        this.security = security;
        this.currentActor = currentActor;
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> fields = security.getExtraHiddenFields(request);
        if (fields == null || fields.isEmpty()) {
            return fields; // a form that only asks
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        currentActor
                .getObject()
                .person()
                .ifPresent(person -> all.put(FormMark.FIELD, new FormMark(UUID.randomUUID(), person).text()));
        EditedThings.shown(request).ifPresent(seen -> all.put(SeenVersion.FIELD, seen));
        return all;
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String httpMethod) {
        return security.processAction(request, action, httpMethod);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return security.processFormFieldValue(request, name, value, type);
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return security.processUrl(request, url);
    }
}
