package org.iochub.chaos.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The wall clock of one process, moved by a small library that is compiled here. Needs Linux and a C compiler. */
public final class FakeClock {
    private static final int LENGTH = 16;

    private final Path time;
    private final Path library;
    private final Optional<String> impossible;

    /** @param folder for the library, and for the file that tells it the time */
    public FakeClock(Path folder) throws IOException, InterruptedException {
        this.time = folder.resolve("clock.time");
        this.library = folder.resolve("clock.so");
        shift(Duration.ZERO);
        impossible = compile(folder.resolve("clock.c"));
    }

    private Optional<String> compile(Path source) throws IOException, InterruptedException {
        try (InputStream in = FakeClock.class.getResourceAsStream("clock.c")) {
            Files.copy(in, source);
        }
        Process compiler;
        try {
            compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Optional.of("there is no C compiler (cc) to make a false clock with");
        }
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!compiler.waitFor(60, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
            compiler.destroyForcibly();
            return Optional.of("the false clock could not be compiled: " + said.strip());
        }
        return Optional.empty();
    }

    public Optional<String> impossible() {
        return impossible;
    }

    /** For the process whose clock it is. */
    public Map<String, String> environment() {
        return impossible.isPresent()
                ? Map.of()
                : Map.of("LD_PRELOAD", library.toString(), "CHAOS_CLOCK", time.toString());
    }

    /** From the true time, at once. */
    public void shift(Duration by) throws IOException {
        String text = Long.toString(by.toSeconds());
        // In place, and always as long: the process has the file mapped.
        byte[] whole = (text + " ".repeat(LENGTH - text.length())).getBytes(StandardCharsets.US_ASCII);
        Files.write(time, whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
