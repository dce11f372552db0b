package org.iochub.chaos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.Report;
import org.iochub.chaos.line.Trouble;

/** Puts files into a folder; one that the hub has moved away was acknowledged. */
public class FolderLoad extends Load {
    static final String DONE = "da-doc";
    private static final String ENDING = ".ndjson";
    /** Longer than the hub lets a file stand still before it takes it. */
    private static final long HALF_MILLIS = 1_500;

    private final Path folder;
    private final Map<Path, List<Report>> waiting = new LinkedHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private long again;

    /** @param inbox the folder that the hub reads */
    public FolderLoad(String id, Ledger ledger, Path inbox) throws IOException {
        super(id, ledger);
        this.folder = Files.createDirectories(inbox);
    }

    @Override
    public String source() {
        return Declared.source(id, """
                file:
                  directory: %s
                %s""".formatted(folder.getFileName(), reading()), "");
    }

    /** Lines of the fetch, with their indent. */
    static String reading() {
        return """
                  include: ["*.ndjson"]
                  settle: 500ms
                  every: 500ms
                  after: { move: %s }
                """.formatted(DONE);
    }

    @Override
    public Set<Trouble> troubles() {
        return EnumSet.of(Trouble.DOWN, Trouble.HALF, Trouble.AGAIN);
    }

    @Override
    protected void send(String name, List<Report> reports) throws IOException, InterruptedException {
        String text = Lines.of(reports);
        Path file = folder.resolve(name + ENDING);
        if (trouble() == Trouble.HALF) {
            Files.writeString(file, text.substring(0, text.length() / 2));
            never.await(HALF_MILLIS, TimeUnit.MILLISECONDS);
        }
        put(file, text);
        synchronized (waiting) {
            waiting.put(file, reports);
        }
    }

    @Override
    protected void suffer(Trouble now) throws IOException, InterruptedException {
        while (trouble() == Trouble.DOWN && !closed()) {
            never.await(100, TimeUnit.MILLISECONDS);
        }
        if (now == Trouble.AGAIN) {
            sendAgain();
        }
    }

    /** The same content under another name; not expected to say anything new. */
    private void sendAgain() throws IOException {
        Path done = folder.resolve(DONE);
        if (!Files.isDirectory(done)) {
            return;
        }
        try (var files = Files.list(done)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(id))
                    .sorted()
                    .limit(2)
                    .toList()) {
                // Without the time that the hub has put behind its name: as its source wrote it.
                String name = file.getFileName().toString();
                String own = name.substring(0, name.indexOf(ENDING) + ENDING.length());
                Path copy = folder.resolve("lai-" + ++again + "-" + own);
                put(copy, Files.readString(file));
                synchronized (waiting) {
                    waiting.put(copy, List.of());
                }
            }
        }
    }

    private void put(Path file, String text) throws IOException {
        Path part = folder.resolve(file.getFileName() + ".part");
        while (!closed()) {
            try {
                Files.writeString(part, text);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (NoSuchFileException e) {
                Files.createDirectories(folder);
            }
        }
    }

    @Override
    protected int collect() {
        synchronized (waiting) {
            waiting.entrySet().removeIf(entry -> {
                boolean taken = !Files.exists(entry.getKey());
                if (taken) {
                    ledger.acknowledge(entry.getValue());
                }
                return taken;
            });
            return waiting.size();
        }
    }
}
