package dari.delivery;

import dari.kernel.SigningKey;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that this marketplace signs delivery sidecars with. */
@Component
class DeliveryKey {

    private final SigningKey key;

    DeliveryKey(
            @Value("${dari.home}") Path home,
            @Value("${dari.delivery.key:}") String privateKey,
            @Value("${dari.delivery.public-key:}") String publicKey) {
        this.key = SigningKey.of(
                home, "keys/delivery.key", privateKey, publicKey, "DARI_DELIVERY_KEY and DARI_DELIVERY_PUBLIC_KEY");
    }

    /** X.509, Base64. */
    String publicKey() {
        return key.publicKey();
    }

    /** The sidecar's document with its signature beside it. */
    String sign(Sidecar sidecar) {
        return Json.text(Signed.by(key.privateKey(), Sidecar.KIND, sidecar));
    }
}
