package org.iochub.simulators;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iochub.simulators.ftp.StationFtpSimulator;
import org.iochub.simulators.ftp.StationSftpSimulator;
import org.iochub.simulators.ftp.TourismFtpSimulator;
import org.iochub.simulators.http.AgricultureSimulator;
import org.iochub.simulators.http.CapSimulator;
import org.iochub.simulators.http.ConstructionPlanSimulator;
import org.iochub.simulators.http.ConstructionSimulator;
import org.iochub.simulators.http.DatexSimulator;
import org.iochub.simulators.http.DossierServiceSimulator;
import org.iochub.simulators.http.EdocGatewaySimulator;
import org.iochub.simulators.http.MediaFeedSimulator;
import org.iochub.simulators.http.Open311Simulator;
import org.iochub.simulators.http.PetitionSoapSimulator;
import org.iochub.simulators.http.ReportingSystemSimulator;
import org.iochub.simulators.http.StatisticsJsonSimulator;
import org.iochub.simulators.http.StatisticsSimulator;
import org.iochub.simulators.http.TaskSimulator;
import org.iochub.simulators.http.TransportSimulator;
import org.iochub.simulators.jdbc.ProvinceDatabaseSimulator;
import org.iochub.simulators.lists.OfficialListSimulator;
import org.iochub.simulators.mail.TradeMailSimulator;
import org.iochub.simulators.mqtt.CameraSimulator;
import org.iochub.simulators.mqtt.CitizenLinkSimulator;
import org.iochub.simulators.mqtt.FishingVesselSimulator;
import org.iochub.simulators.push.DossierPushSimulator;
import org.iochub.simulators.push.EGovernmentSimulator;
import org.iochub.simulators.push.HealthPushSimulator;
import org.iochub.simulators.push.OneStopCentreSimulator;
import org.iochub.simulators.sftp.BudgetCsvSimulator;
import org.iochub.simulators.sftp.HealthFacilitySimulator;
import org.iochub.simulators.sftp.WorkbookSftpSimulator;

/** Every simulator there is. */
public final class Simulators {
    /** A new one is one line here. */
    private static final List<Function<Options, Simulator>> ALL = List.of(
            options -> new StationFtpSimulator(options.seed(), Optional.empty(), options.every()),
            options -> new StationSftpSimulator(options.seed(), options.every()),
            options -> new DossierPushSimulator(options.seed(), options.hub(), options.every()),
            options -> new OneStopCentreSimulator(options.seed(), options.hub(), options.every()),
            options -> new EGovernmentSimulator(options.seed(), options.hub(), options.every()),
            options -> DossierServiceSimulator.dossiers(options.seed(), Clock.systemUTC())
                    .every(options.every()),
            options -> DossierServiceSimulator.steps(options.seed(), Clock.systemUTC())
                    .every(options.every()),
            options -> new Open311Simulator(options.seed()),
            options -> new MediaFeedSimulator(options.seed()),
            // An alert stands for six hours: a city has not thousands of them.
            options -> new CapSimulator(options.seed(), options.every().map(every -> every.multipliedBy(30))),
            options -> new DatexSimulator(options.seed(), options.every()),
            options -> new CameraSimulator(options.seed(), options.every()),
            options -> new CitizenLinkSimulator(options.seed(), options.every()),
            options -> new FishingVesselSimulator(options.seed(), options.every()),
            options -> new EdocGatewaySimulator(options.seed()),
            options -> new PetitionSoapSimulator(options.seed()),
            options -> new HealthPushSimulator(options.seed(), options.hub(), options.every()),
            options -> new TransportSimulator(options.seed()),
            options -> new HealthFacilitySimulator(options.seed()),
            options -> new WorkbookSftpSimulator(options.seed()),
            options -> new BudgetCsvSimulator(options.seed()),
            options -> new TaskSimulator(options.seed(), options.every()),
            options -> new ReportingSystemSimulator(options.seed(), options.every()),
            options -> new AgricultureSimulator(options.seed(), options.every()),
            options -> new ConstructionSimulator(options.seed(), options.every()),
            options -> new ConstructionPlanSimulator(options.seed()),
            options -> new StatisticsSimulator(options.seed()),
            options -> new StatisticsJsonSimulator(options.seed()),
            options -> new TourismFtpSimulator(options.seed()),
            options -> new TradeMailSimulator(options.seed(), options.every()),
            options -> new ProvinceDatabaseSimulator(options.seed()),
            options -> new OfficialListSimulator(options.seed()));

    private Simulators() {}

    /**
     * Starts them all, or none.
     *
     * @param hub where push sources deliver, with a key that may
     * @param once the history only: nothing new is sent afterwards
     */
    public static List<Simulator> start(long seed, URI hub, String pushKey, boolean once) {
        return start(new Options(seed, Optional.of(hub.toString()), Optional.of(pushKey), Optional.empty(), once));
    }

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
