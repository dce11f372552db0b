package org.iochub.chaos.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system of a known size that can be filled and freed, in memory. Needs the right to mount. */
public final class SmallDisk implements AutoCloseable {
    private static final int MEBIBYTE = 1 << 20;

    private final Path folder;
    private final Optional<String> impossible;

    /** @param folder where it is mounted */
    public SmallDisk(Path folder, int mebibytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.impossible = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
    }

    public Path folder() {
        return folder;
    }

    /** Why there is none. */
    public Optional<String> impossible() {
        return impossible.map(why -> "this machine does not let us mount a small disk: " + why);
    }

    /** @param left bytes that stay free */
    public void fill(long left) throws IOException {
        byte[] block = new byte[MEBIBYTE / 4];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (Files.getFileStore(folder).getUsableSpace() > left) {
                out.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() >= block.length) {
                throw e;
            }
        }
    }

    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static Optional<String> run(String... words) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of(words[0] + " does not end");
        }
        return process.exitValue() == 0 ? Optional.empty() : Optional.of(said.strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (impossible.isEmpty()) {
            Optional<String> failed = run("umount", "-l", folder.toString());
            if (failed.isPresent()) {
                throw new IOException(failed.get());
            }
        }
    }
}
