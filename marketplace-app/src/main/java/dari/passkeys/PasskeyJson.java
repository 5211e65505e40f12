package dari.passkeys;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The standard's JSON forms of questions to a device and of its answers. */
@Component
class PasskeyJson {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /** A new passkey and the name its owner gave. */
    record Made(@Nullable String name, PublicKeyCredential<AuthenticatorAttestationResponse> credential) {

        @Override
        public String toString() {
            return "Made[redacted]";
        }
    }

    String write(Object question) {
        return mapper.writeValueAsString(question);
    }

    Made made(String answer) {
        return read(answer, new TypeReference<>() {});
    }

    PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String answer) {
        return read(answer, new TypeReference<>() {});
    }

    private <T> T read(String answer, TypeReference<T> type) {
        try {
            return mapper.readValue(answer, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new PasskeyRefusedException();
        }
    }
}
