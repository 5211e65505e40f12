package dari.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Remembers in which of many bundles a sentence stands: a page has hundreds of them, and asking every bundle for each takes a
 * tenth of the page's time. There is as much to remember as there are sentences.
 */
final class Bundles extends ResourceBundleMessageSource {

    private final Map<String, String> homes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String home = homes.get(code);
        MessageFormat known = home == null ? null : in(home, code, locale);
        return known == null ? search(code, locale) : known;
    }

    private @Nullable MessageFormat search(String code, Locale locale) {
        for (String bundle : getBasenameSet()) {
            MessageFormat found = in(bundle, code, locale);
            if (found != null) {
                homes.put(code, bundle);
                return found;
            }
        }
        return null;
    }

    private @Nullable MessageFormat in(String name, String code, Locale locale) {
        ResourceBundle bundle = getResourceBundle(name, locale);
        return bundle == null ? null : getMessageFormat(bundle, code, locale);
    }
}
