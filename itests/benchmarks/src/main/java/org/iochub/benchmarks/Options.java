package org.iochub.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How much to measure.
 *
 * @param records in each round
 * @param rounds how many pairs
 * @param roundsGiven whether they were asked for; a benchmark may have a number of its own otherwise
 * @param seed of the made-up data
 * @param seedGiven whether it was asked for
 * @param folder for everything that is written; on the disk that is to be measured
 * @param archive measures what the raw archive costs, where a benchmark can
 * @param kills of a started hub
 */
public record Options(
        int records,
        int rounds,
        boolean roundsGiven,
        long seed,
        boolean seedGiven,
        Path folder,
        boolean archive,
        int kills) {
    private static final String ARCHIVE = "--archive";
    static final String USAGE = "[--records N] [--rounds N] [--seed N] [--folder PATH] [--archive] [--kills N]";

    /** @throws IllegalArgumentException that says which word is wrong */
    static Options parse(String... words) {
        int records = 200_000;
        int rounds = 3;
        boolean roundsGiven = false;
        long seed = 1;
        boolean seedGiven = false;
        int kills = 100;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        boolean archive = List.of(words).contains(ARCHIVE);
        words = Arrays.stream(words).filter(word -> !word.equals(ARCHIVE)).toArray(String[]::new);
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException("nothing stands behind '" + words[i] + "'");
            }
            String value = words[i + 1];
            switch (words[i]) {
                case "--records" -> records = (int) number(words[i], value, 1);
                case "--rounds" -> {
                    rounds = (int) number(words[i], value, 1);
                    roundsGiven = true;
                }
                case "--seed" -> {
                    seed = number(words[i], value);
                    seedGiven = true;
                }
                case "--kills" -> kills = (int) number(words[i], value, 1);
                case "--folder" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("no option '" + words[i] + "'");
            }
        }
        return new Options(records, rounds, roundsGiven, seed, seedGiven, folder, archive, kills);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + value + "' behind " + name + " is no number");
        }
    }

    private static long number(String name, String value, long least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + value + "' behind " + name + " is no number from " + least + " on");
    }
}
