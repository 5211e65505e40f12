package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public service method that no person calls: a listener, a timed task, or a step of another feature's service
 * that has already decided who may. It carries no {@code @PreAuthorize}, and controllers may not call it (an
 * architecture test).
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface BackgroundWork {}
