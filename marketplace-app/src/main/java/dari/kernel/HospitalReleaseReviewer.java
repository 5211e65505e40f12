package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who look at a release before it is let go: stewards, board members, the privacy officer. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('HOSPITAL_STEWARD', 'HOSPITAL_BOARD', 'HOSPITAL_PRIVACY')")
public @interface HospitalReleaseReviewer {}
