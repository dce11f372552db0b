package org.iochub.reading.cursor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.KeyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Cursors as readers hold them: opaque, signed, independent of filters. Only this hub can make one, so a position in it
 * was really given out. Safe for any number of threads.
 */
@Component(service = Cursors.class)
public final class Cursors {
    private static final int VERSION = 1;
    private static final int FEED = 'f';
    private static final int PAGE = 'p';
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST = 1_024;

    private final SecretKeySpec key;

    @Activate
    public Cursors(@Reference Hub hub) {
        this(KeyFile.read(hub.data().resolve("keys").resolve("cursor.key")), "HmacSHA256");
    }

    /** Not of one parameter: the container takes every such constructor for the one it is to call. */
    private Cursors(String secret, String algorithm) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /** Cursors of a given secret. */
    public static Cursors of(String secret) {
        return new Cursors(secret, "HmacSHA256");
    }

    public String write(Place place) {
        return sign(FEED, out -> writePlace(out, place));
    }

    public String write(PagePlace page) {
        return sign(PAGE, out -> {
            writePlace(out, page.feed());
            out.writeUTF(page.type());
            out.writeUTF(page.afterId());
        });
    }

    /** The place a cursor names; empty when it was not made here, for this purpose. */
    public Optional<Place> place(String cursor) {
        return open(cursor, FEED, Cursors::readPlace);
    }

    public Optional<PagePlace> page(String cursor) {
        return open(cursor, PAGE, in -> new PagePlace(readPlace(in), in.readUTF(), in.readUTF()));
    }

    private static void writePlace(DataOutputStream out, Place place) throws IOException {
        out.writeLong(place.position());
        out.writeUTF(place.epoch());
    }

    private static Place readPlace(DataInputStream in) throws IOException {
        long position = in.readLong();
        return new Place(in.readUTF(), position);
    }

    private String sign(int kind, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(kind);
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes(signature(bytes.toByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private <T> Optional<T> open(String cursor, int kind, Reader<T> reader) {
        byte[] all = decoded(cursor);
        if (all.length < SIGNATURE_BYTES + 2) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(all, all.length - SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(all, content.length, all.length);
        if (!MessageDigest.isEqual(signature, signature(content)) || content[0] != VERSION || content[1] != kind) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content, 2, content.length - 2))) {
            return Optional.of(reader.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("a cursor with a valid signature cannot be read", e);
        }
    }

    private static byte[] decoded(String cursor) {
        if (cursor.length() > LONGEST) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // One cursor has one spelling: loose bits in the last character are refused too.
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor) ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }
}
