package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who may bind a hospital by their name. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAuthority('HOSPITAL_SIGNATORY')")
public @interface HospitalSignatory {}
