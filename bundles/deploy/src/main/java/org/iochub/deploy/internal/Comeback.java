package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what was accepted, from the hub's own copy, perhaps into another version of the hub. What does not fit any
 * more rests: its copy is kept, its file's verdict says why, and it is tried again.
 */
final class Comeback {
    private static final Logger LOG = LoggerFactory.getLogger(Comeback.class);

    private final Places places;
    private final Registry registry;
    private final Opening opening;
    private final Fit fit;
    private final Function<Accepted, Carrier> carriers;
    private final Clock clock;
    private final Map<String, String> said = new HashMap<>();

    Comeback(
            Places places,
            Registry registry,
            Opening opening,
            Fit fit,
            Function<Accepted, Carrier> carriers,
            Clock clock) {
        this.places = places;
        this.registry = registry;
        this.opening = opening;
        this.fit = fit;
        this.carriers = carriers;
        this.clock = clock;
    }

    /** One that fails keeps no other from coming back. */
    void bringBack(Accepted one) throws IOException {
        try {
            List<String> adapters = resume(one);
            registry.put(one.bringing(adapters));
            said.remove(one.symbolicName());
            LOG.info("Adapter {} {} runs again", one.plainName(), one.version());
            Optional<Verdict> verdict =
                    verdict(one).filter(last -> last.rests() || last.running().isEmpty());
            if (verdict.isPresent()) {
                registry.put(verdict.get().awake(one.bringing(adapters), clock.instant()));
            }
        } catch (Refused e) {
            rest(one, e);
        } catch (IOException | RuntimeException | LinkageError e) {
            rest(
                    one,
                    new Refused(
                            "Không dùng được bản sao của hệ thống (" + e + "); hãy chép lại tệp.",
                            "The hub's own copy cannot be used (" + e + "); copy the file again."));
        }
    }

    private List<String> resume(Accepted one) throws Refused, IOException {
        Path copy = places.copies().resolve(one.copy());
        if (!Files.exists(copy)) {
            throw new Refused(
                    "Bản sao của hệ thống không còn; hãy chép lại tệp.",
                    "The hub's own copy is gone; copy the file again.");
        }
        if (one.declared()) {
            fit.requireOwn(one.file(), opening.source(one.file(), copy));
        }
        return carriers.apply(one).resume(one, copy);
    }

    private Optional<Verdict> verdict(Accepted one) {
        return registry.verdict(one.file()).filter(last -> last.about(one));
    }

    /** Said once, not at every try. */
    private void rest(Accepted one, Refused why) throws IOException {
        Text reason = Text.of(
                "Phiên bản " + one.version() + " đã được nhận trước đây nhưng hiện không chạy được: "
                        + why.reason().vi() + " Bản sao vẫn được giữ và sẽ được thử lại.",
                "Version " + one.version() + " was accepted before but does not run now: "
                        + why.reason().en() + " Its copy is kept and will be tried again.");
        if (reason.en().equals(said.put(one.symbolicName(), reason.en()))) {
            return;
        }
        LOG.error("Adapter {}: {}", one.plainName(), Refused.line(reason));
        Optional<Verdict> last = verdict(one);
        if (last.isPresent()) {
            registry.put(last.get().resting(reason, clock.instant()));
        }
    }
}
