package dari.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside the annotation that says who may: only for those who proved at sign-in, by a second step, that it is they. Asked
 * of everybody who opens a sandbox, signs, reviews, decides, lets go or administers; a person without it is led to set it
 * up and back. One advisor enforces it wherever it stands ({@code dari.web.SecondStepRule}).
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SecondStep {

    /**
     * The authority of a session in which the second step was done: by a code, or by a passkey that verified its person.
     */
    String AUTHORITY = "FACTOR_TOTP";
}
