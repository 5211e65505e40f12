package dari.support;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * A salted hash with one round of work: the tests make thousands of people, whose passwords nobody will try to guess. Even
 * the least that bcrypt can do was a twentieth of what all tests computed.
 */
@TestConfiguration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int SALT_BYTES = 8;
    private static final int ROUNDS = 1;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new DelegatingPasswordEncoder(
                "pbkdf2",
                Map.of(
                        "pbkdf2",
                        new Pbkdf2PasswordEncoder(
                                "", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
    }
}
