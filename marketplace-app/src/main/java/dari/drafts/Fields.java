package dari.drafts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.DataBinder;

/** Kept fields, handed to a form as a request would. */
record Fields(Map<String, List<String>> typed) implements DataBinder.ValueResolver {

    @Override
    public @Nullable Object resolveValue(String name, Class<?> type) {
        List<String> values = typed.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        return values.size() == 1 ? values.get(0) : values.toArray(String[]::new);
    }

    @Override
    public Set<String> getNames() {
        return typed.keySet();
    }
}
