package dari.incidents;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * For those who may close access: the hospital's steward, board and privacy officer, and who runs the program. A press
 * never waits for a second step at sign-in; opening again does.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('HOSPITAL_STEWARD', 'HOSPITAL_BOARD', 'HOSPITAL_PRIVACY', 'PROGRAM_ADMINISTRATOR')")
@interface MayStop {}
