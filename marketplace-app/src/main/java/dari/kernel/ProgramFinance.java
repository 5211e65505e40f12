package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who keep the program's money, and those who run the program. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAnyAuthority('PROGRAM_ADMINISTRATOR', 'PROGRAM_FINANCE')")
public @interface ProgramFinance {}
