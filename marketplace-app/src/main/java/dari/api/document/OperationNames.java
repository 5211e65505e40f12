package dari.api.document;

import org.springframework.web.method.HandlerMethod;

/** By which names a resource's method goes: in the document, and in the bundles that say what it does. */
public final class OperationNames {

    private OperationNames() {}

    /** E.g. {@code Need}. */
    static String area(HandlerMethod resource) {
        return resource.getBeanType().getSimpleName().replaceFirst("Api$", "");
    }

    /** E.g. {@code need_publish}. */
    static String id(HandlerMethod resource) {
        String area = area(resource);
        return Character.toLowerCase(area.charAt(0))
                + area.substring(1)
                + "_"
                + resource.getMethod().getName();
    }

    /** Of the sentence that says what it does. */
    public static String messageKey(HandlerMethod resource) {
        return "api.operation." + id(resource);
    }
}
