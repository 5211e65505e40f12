package dari.admin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * For those who may sit on a call's panel; the method checks that they do. Public for the same reason as
 * {@link ForAdministrators}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('PROGRAM_REVIEWER', 'HOSPITAL_BOARD')")
public @interface ForPanelMembers {}
