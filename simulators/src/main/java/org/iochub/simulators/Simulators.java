package org.iochub.simulators;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.iochub.simulators.ftp.StationFtpSimulator;
import org.iochub.simulators.push.DossierPushSimulator;

/** Every simulator there is. */
final class Simulators {
    /** A new one is one line here. */
    private static final List<Function<Options, Simulator>> ALL = List.of(
            options -> new StationFtpSimulator(options.seed(), java.util.Optional.empty(), options.every()),
            options -> new DossierPushSimulator(options.seed(), options.hub(), options.every()));

    private Simulators() {}

    /** Starts them all, or none. */
    static List<Simulator> start(Options options) {
        List<Simulator> started = new ArrayList<>();
        try {
            ALL.forEach(simulator -> started.add(simulator.apply(options)));
            return started;
        } catch (RuntimeException e) {
            started.forEach(Simulator::close);
            throw e;
        }
    }
}
