package dari.incidents;

import dari.kernel.SecondStep;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who lead an incident through its steps: the hospital's steward, privacy officer and office, and the program. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAnyAuthority('HOSPITAL_STEWARD', 'HOSPITAL_PRIVACY', 'HOSPITAL_OFFICE', 'PROGRAM_ADMINISTRATOR')")
@interface HandlesIncidents {}
