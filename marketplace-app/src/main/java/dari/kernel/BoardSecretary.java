package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who keep a board's papers: its secretary, or the research office where there is none. They decide nothing. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('HOSPITAL_BOARD_SECRETARY', 'HOSPITAL_OFFICE')")
public @interface BoardSecretary {}
