import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** Writes an RSA key pair: FILE in PEM, FILE.pub as the base64 that Karaf's keys.properties wants. */
class ShellKey {

    public static void main(String[] args) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(
                Path.of(args[0]), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(Path.of(args[0] + ".pub"), Base64.getEncoder().encodeToString(wire(pair)) + "\n");
    }

    /** RFC 4253, section 6.6: the name, the exponent, the modulus, each with its length before it. */
    private static byte[] wire(KeyPair pair) throws IOException {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : new byte[][] {
            "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray()
        }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return bytes.toByteArray();
    }
}
