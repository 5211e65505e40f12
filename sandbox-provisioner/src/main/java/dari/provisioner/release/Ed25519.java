package dari.provisioner.release;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 signatures and keys as Base64 text. */
public final class Ed25519 {

    public static final String NAME = "Ed25519";

    private Ed25519() {}

    public static String sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java signs no Ed25519", e);
        }
    }

    /** Whether the signature is of this key over exactly these bytes. */
    public static boolean isValid(PublicKey key, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(key);
            check.update(message);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @param base64 X.509
     * @throws GeneralSecurityException when it is no such key
     */
    public static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(decoded(base64)));
    }

    /**
     * @param base64 PKCS#8
     * @throws GeneralSecurityException when it is no such key
     */
    public static PrivateKey privateKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(decoded(base64)));
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
    }
}
