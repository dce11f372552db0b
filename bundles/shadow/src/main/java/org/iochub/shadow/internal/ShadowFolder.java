package org.iochub.shadow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iochub.model.FaultException;

/** The folder with the candidates' files: what lies in it is at its trial. Used by one thread at a time. */
final class ShadowFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.(jar|kar|yaml|yml)");
    private static final long LARGEST = 64L << 20;

    private final Path folder;
    private Map<String, Look> before = Map.of();

    /** How a file looks from outside; who writes one changes that. */
    private record Look(long size, java.nio.file.attribute.FileTime changed) {}

    ShadowFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    static void requirePlainName(String file) {
        if (!NAME.matcher(file).matches() || file.contains("..")) {
            throw FaultException.of(
                    "bad-file-name",
                    "file",
                    "Tên tệp «" + file + "» không hợp lệ: chỉ dùng chữ, số, dấu chấm, gạch nối, gạch dưới và đuôi .jar,"
                            + " .kar hoặc .yaml.",
                    "The file name «" + file + "» is not valid: letters, digits, dots, hyphens and underscores, ending"
                            + " in .jar, .kar or .yaml.");
        }
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** Files that two looks in a row found alike, with what they hold. */
    Map<String, String> whole() throws IOException {
        Map<String, Look> now = new HashMap<>();
        Map<String, String> whole = new TreeMap<>();
        for (String file : names()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path(file), BasicFileAttributes.class);
                Look look = new Look(attributes.size(), attributes.lastModifiedTime());
                now.put(file, look);
                if (look.equals(before.get(file))) {
                    whole.put(file, digests.of(file, look));
                }
            } catch (NoSuchFileException e) {
                // Gone while it was looked at.
            }
        }
        before = now;
        digests.keepOnly(now.keySet());
        return whole;
    }

    List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private final Digests digests = new Digests();

    /** A file is read once for each way it looks. */
    private final class Digests {
        private final Map<String, Map.Entry<Look, String>> known = new HashMap<>();

        String of(String file, Look look) throws IOException {
            Optional<String> before = Optional.ofNullable(known.get(file))
                    .filter(entry -> entry.getKey().equals(look))
                    .map(Map.Entry::getValue);
            if (before.isPresent()) {
                return before.get();
            }
            String digest = digest(file);
            known.put(file, Map.entry(look, digest));
            return digest;
        }

        void keepOnly(java.util.Set<String> files) {
            known.keySet().retainAll(files);
        }
    }

    /** SHA-256, hex. */
    String digest(String file) throws IOException {
        return digest(path(file));
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            MessageDigest digest = ((DigestInputStream) in).getMessageDigest();
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes a stream under a name that nobody looks at. @throws FaultException {@code too-large} */
    Path receive(InputStream content) throws IOException {
        Path incoming = Files.createTempFile(folder, ".incoming-", ".tmp");
        try (OutputStream out = Files.newOutputStream(incoming)) {
            byte[] buffer = new byte[64 << 10];
            long left = LARGEST;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw FaultException.of(
                            "too-large",
                            "file",
                            "Tệp lớn hơn giới hạn " + (LARGEST >> 20) + " MB.",
                            "The file is larger than the limit of " + (LARGEST >> 20) + " MB.");
                }
                out.write(buffer, 0, read);
            }
            return incoming;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(incoming);
            throw e;
        }
    }

    void accept(Path incoming, String file) throws IOException {
        Files.move(incoming, path(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String file) throws IOException {
        Files.deleteIfExists(path(file));
    }
}
