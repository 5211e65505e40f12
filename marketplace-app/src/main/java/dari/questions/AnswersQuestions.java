package dari.questions;

import dari.kernel.SecondStep;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** For those who answer citizens: the hospital's office, steward and privacy officer, and who runs the program. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@SecondStep
@PreAuthorize("hasAnyAuthority('HOSPITAL_OFFICE', 'HOSPITAL_STEWARD', 'HOSPITAL_PRIVACY', 'PROGRAM_ADMINISTRATOR')")
@interface AnswersQuestions {}
