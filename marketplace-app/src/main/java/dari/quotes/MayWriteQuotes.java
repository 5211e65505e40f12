package dari.quotes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For the research office, which speaks for a hospital, and its finance. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('HOSPITAL_OFFICE', 'HOSPITAL_FINANCE')")
@interface MayWriteQuotes {}
