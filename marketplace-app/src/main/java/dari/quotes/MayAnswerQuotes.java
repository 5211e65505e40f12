package dari.quotes;

import dari.kernel.SecondStep;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who bind a startup. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAnyAuthority('STARTUP_OWNER', 'STARTUP_SIGNATORY')")
@interface MayAnswerQuotes {}
