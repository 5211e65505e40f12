package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For data stewards, who decide what may leave. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAuthority('HOSPITAL_STEWARD')")
public @interface HospitalSteward {}
