package dari.provisioner.release;

import dari.provisioner.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads Ed25519 keys from PEM files: PKCS#8 private keys and X.509 public keys. */
public final class SigningKeys {

    private SigningKeys() {}

    /** @throws BadInput naming the file when it is not an Ed25519 private key in PKCS#8 PEM */
    public static PrivateKey readPrivate(Path pem) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
        } catch (GeneralSecurityException e) {
            throw new BadInput(
                    pem.toString(),
                    "is not an Ed25519 private key in PKCS#8 PEM",
                    "make one with: openssl genpkey -algorithm ed25519");
        }
    }

    /** @throws BadInput naming the file when it is not an Ed25519 public key in PEM */
    public static PublicKey readPublic(Path pem) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(body(pem, "PUBLIC KEY")));
        } catch (GeneralSecurityException e) {
            throw new BadInput(
                    pem.toString(),
                    "is not an Ed25519 public key in PEM",
                    "make one with: openssl pkey -in KEY -pubout");
        }
    }

    private static byte[] body(Path pem, String kind) throws GeneralSecurityException {
        String text;
        try {
            text = Files.readString(pem, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new BadInput(pem.toString(), "cannot be read", "give an existing PEM file");
        }
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("no " + kind + " block");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
    }
}
