package org.iochub.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.iochub.chaos.fault.ClockJump;
import org.iochub.chaos.fault.DiskFull;
import org.iochub.chaos.fault.FakeClock;
import org.iochub.chaos.fault.Fault;
import org.iochub.chaos.fault.Flood;
import org.iochub.chaos.fault.Kill;
import org.iochub.chaos.fault.Postgres;
import org.iochub.chaos.fault.SmallDisk;
import org.iochub.chaos.fault.SourceTrouble;
import org.iochub.chaos.fault.StoreDown;

/** The proof: rounds of faults on the embedded database, then on PostgreSQL. The same seed makes the same choices. */
public final class Chaos {
    /**
     * How long it is.
     *
     * @param kills of the hub on the embedded database; a tenth as many on PostgreSQL, one at least
     * @param others how often each other fault strikes
     * @param startsToo whether starting hubs are killed as well
     * @param length of troubles that last
     * @param bound of the delay of sources that are not hit, 99 times of 100
     */
    public record Plan(int kills, int others, boolean startsToo, Duration length, Duration bound) {
        private static final int KILLS_AN_OTHER = 10;
        private static final int DISK = 256;
        private static final int DISK_A_ROUND = 24;

        public static Plan brief() {
            // Beside other tests, on a machine that may be busy for seconds at a time.
            return new Plan(1, 1, false, Duration.ofSeconds(5), Duration.ofSeconds(30));
        }

        /** Mebibytes of the disk that is filled: what the loads bring in all rounds has to fit. */
        int disk() {
            return DISK + (kills + 4 * others) * DISK_A_ROUND;
        }

        public static Plan thorough(int kills, int others) {
            return new Plan(kills, others, true, Duration.ofSeconds(12), Duration.ofSeconds(10));
        }

        /** As many of each other fault as suit that many kills. */
        public static int others(int kills) {
            return Math.max(2, kills / KILLS_AN_OTHER);
        }
    }

    private final Path command;
    private final Path folder;
    private final Map<String, String> environment;
    private final PrintStream out;

    /**
     * @param command the script {@code hub}
     * @param folder on the disk that is to be used, absolute; left as it is afterwards
     * @param environment more of the command's
     */
    public Chaos(Path command, Path folder, Map<String, String> environment, PrintStream out) {
        this.command = command;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    public Proof run(Plan plan, long seed) throws IOException, InterruptedException, SQLException {
        out.printf("chaos: seed %d; the same seed makes the same choices%n", seed);
        Proof proof = new Proof();
        embedded(plan, new Random(seed), proof);
        postgres(plan, new Random(seed + 1), proof);
        out.println("chaos: " + proof);
        return proof;
    }

    private void embedded(Plan plan, Random random, Proof proof)
            throws IOException, InterruptedException, SQLException {
        Path place = Files.createDirectories(folder.resolve("embedded"));
        FakeClock clock = new FakeClock(place);
        try (SmallDisk disk = new SmallDisk(place.resolve("disk"), plan.disk())) {
            Map<String, String> with = new HashMap<>(environment);
            with.putAll(clock.environment());
            onto(disk, place.resolve("hub/data/store"));
            onto(disk, place.resolve("hub/archive"));
            Kill kill = new Kill(plan.startsToo());
            List<Fault> faults = new ArrayList<>();
            repeat(faults, plan.kills(), kill);
            repeat(faults, plan.others(), new DiskFull(disk));
            repeat(faults, plan.others(), new SourceTrouble(plan.length(), 2));
            repeat(faults, plan.others(), new Flood(plan.length()));
            repeat(faults, plan.others(), new ClockJump(clock));
            rounds("embedded store", plan, place, with, random, faults, kill, proof);
        }
    }

    /** What the hub writes there lies on the small disk. */
    private static void onto(SmallDisk disk, Path path) throws IOException {
        Path there =
                Files.createDirectories(disk.folder().resolve(path.getFileName().toString()));
        Files.createSymbolicLink(Files.createDirectories(path.getParent()).resolve(path.getFileName()), there);
    }

    private void postgres(Plan plan, Random random, Proof proof)
            throws IOException, InterruptedException, SQLException {
        Path place = Files.createDirectories(folder.resolve("postgresql"));
        try (Postgres server = new Postgres(place.resolve("server"))) {
            Map<String, String> with = new HashMap<>(environment);
            with.putAll(server.environment());
            Kill kill = new Kill(plan.startsToo());
            List<Fault> faults = new ArrayList<>();
            repeat(faults, Math.max(1, plan.kills() / Plan.KILLS_AN_OTHER), kill);
            repeat(faults, plan.others(), new StoreDown(server));
            rounds("PostgreSQL", plan, place, with, random, faults, kill, proof);
        }
    }

    private static void repeat(List<Fault> faults, int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    private void rounds(
            String where,
            Plan plan,
            Path place,
            Map<String, String> with,
            Random random,
            List<Fault> faults,
            Kill kill,
            Proof proof)
            throws IOException, InterruptedException, SQLException {
        Collections.shuffle(faults, random);
        try (Setting setting = new Setting(command, place, with, random)) {
            setting.start();
            Delays calm = Round.calm(setting.scene());
            Duration bound = Round.bound(calm, plan.bound());
            out.printf(
                    "%s: delay in the calm, 99 %%: %s; bound beside a fault: %d s%n", where, calm, bound.toSeconds());
            int number = 0;
            for (Fault fault : faults) {
                number++;
                Optional<String> impossible = fault.impossible();
                if (impossible.isPresent()) {
                    String said = fault.name() + ": " + impossible.get();
                    out.printf("%s %d/%d LEFT OUT %s%n", where, number, faults.size(), said);
                    proof.leftOut(said);
                    continue;
                }
                Round round = Round.of(fault, setting.scene(), bound);
                out.printf("%s %d/%d %s%n", where, number, faults.size(), round);
                proof.add(round);
                if (!round.wrong().isEmpty()) {
                    // What went wrong once would be counted in every later round.
                    break;
                }
            }
            Quarantined.check(setting.scene()).forEach(proof::wrong);
            proof.sum(setting.scene().ledger(), kill.kills());
        }
    }
}
