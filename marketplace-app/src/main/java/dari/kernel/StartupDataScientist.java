package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For a startup's data scientists, who answer for what programs do with data. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAuthority('STARTUP_DATA_SCIENTIST')")
public @interface StartupDataScientist {}
