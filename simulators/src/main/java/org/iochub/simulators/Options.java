package org.iochub.simulators;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.iochub.simulators.push.DossierPushSimulator.Hub;

/**
 * What {@link Main} was asked for.
 *
 * @param once the history only: no simulator sends anything new afterwards
 */
record Options(long seed, Optional<String> hubUrl, Optional<String> pushKey, Optional<Path> out, boolean once) {
    private static final Duration EVERY = Duration.ofSeconds(10);

    static final String USAGE = "[--seed N] [--hub-url URL --push-key KEY] [--out FILE] [--once]";

    static Options parse(String... args) {
        Options options = new Options(1, Optional.empty(), Optional.empty(), Optional.empty(), false);
        for (int i = 0; i < args.length; i++) {
            options = switch (args[i]) {
                case "--seed" -> options.withSeed(Long.parseLong(value(args, ++i)));
                case "--hub-url" -> options.withHubUrl(value(args, ++i));
                case "--push-key" -> options.withPushKey(value(args, ++i));
                case "--out" -> options.withOut(Path.of(value(args, ++i)));
                case "--once" -> new Options(options.seed, options.hubUrl, options.pushKey, options.out, true);
                default -> throw new IllegalArgumentException("unknown option " + args[i] + "; known: " + USAGE);
            };
        }
        if (options.hubUrl.isPresent() != options.pushKey.isPresent()) {
            throw new IllegalArgumentException("--hub-url and --push-key go together");
        }
        return options;
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " takes a value");
        }
        return args[at];
    }

    /** How often simulators send something new. */
    Optional<Duration> every() {
        return once ? Optional.empty() : Optional.of(EVERY);
    }

    /** The hub to push to. */
    Optional<Hub> hub() {
        return hubUrl.map(url -> new Hub(URI.create(url), pushKey.orElseThrow()));
    }

    private Options withSeed(long value) {
        return new Options(value, hubUrl, pushKey, out, once);
    }

    private Options withHubUrl(String value) {
        return new Options(seed, Optional.of(value), pushKey, out, once);
    }

    private Options withPushKey(String value) {
        return new Options(seed, hubUrl, Optional.of(value), out, once);
    }

    private Options withOut(Path value) {
        return new Options(seed, hubUrl, pushKey, Optional.of(value), once);
    }
}
