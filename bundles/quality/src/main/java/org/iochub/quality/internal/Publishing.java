package org.iochub.quality.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyPlace;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;

/**
 * The steps of the route: count until nothing is new, then hand on what changed in the figures, in pieces. Figures of the
 * running day are published now and then, those of a day that is over once more when it is. One thread at a time.
 */
final class Publishing {
    /** Tallies in a message: each makes ten figures at most. */
    private static final int PIECE = 500;

    private final Source<QualitySettings> source;
    private final TallyStore store;
    private final FeedLog log;
    private final Tenants tenants;
    private final Units units;
    private final RulesInForce rules;
    private final Supplier<List<SourceStatus>> sources;
    private Optional<Checkpoint> last;
    private boolean more;
    private boolean failed;
    /** What is being published: everything up to this. */
    private Checkpoint target;

    private final Deque<TallyFilter> wanted = new ArrayDeque<>();
    private List<DayTally> page = List.of();
    private List<DayTally> next = List.of();

    Publishing(
            Source<QualitySettings> source,
            TallyStore store,
            FeedLog log,
            Tenants tenants,
            Units units,
            RulesInForce rules,
            Supplier<List<SourceStatus>> sources) {
        this.source = source;
        this.store = store;
        this.log = log;
        this.tenants = tenants;
        this.units = units;
        this.rules = rules;
        this.sources = sources;
        this.last = source.checkpoint().flatMap(Checkpoint::parse);
        this.target = new Checkpoint(0, LocalDate.EPOCH, Instant.EPOCH);
    }

    void begin(Exchange exchange) {
        more = true;
        failed = false;
        page = List.of();
        next = List.of();
        wanted.clear();
    }

    boolean more(Exchange exchange) {
        return more;
    }

    void count(Exchange exchange) {
        Optional<Tenant> tenant = tenants.get(source.tenant());
        if (tenant.isEmpty()) {
            more = false;
            source.waiting(Text.of(
                    "Chưa có cấu hình của địa phương «" + source.tenant() + "»: hãy thêm org.iochub.tenant-"
                            + source.tenant() + ".cfg.",
                    "The authority «" + source.tenant() + "» is not configured: add org.iochub.tenant-"
                            + source.tenant() + ".cfg."));
            return;
        }
        more = new Follower(store, log, units, source.clock(), tenant.get(), source.id(), sources).step(rules.now());
        if (!more) {
            look(tenant.get());
        }
    }

    private void look(Tenant tenant) {
        Instant now = source.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, tenant.zone());
        long step = store.place(tenant.id()).map(TallyPlace::step).orElse(0L);
        source.concern(
                units.known(tenant)
                        ? Optional.empty()
                        : Optional.of(
                                Text.of(
                                        "Địa phương chưa khai đơn vị hành chính (areas) nên số liệu chỉ xem được ở bảng điểm.",
                                        "The authority names no administrative unit (areas): its figures are in the scorecard only.")));
        boolean turned = last.isPresent() && last.get().day().isBefore(today);
        boolean due = last.isEmpty()
                || turned
                || step > last.get().step()
                        && !now.isBefore(last.get().at().plus(source.settings().publish()));
        // A unit that is no more gets no figures of days after it: those of its authority are in the scorecard.
        if (!due || units.own(tenant, today).isEmpty()) {
            source.upToDate();
            return;
        }
        target = new Checkpoint(step, today, now);
        long before = last.map(Checkpoint::step).orElse(0L);
        wanted.add(TallyFilter.of(tenant.id()).changedAfter(before));
        if (turned) {
            // Their last word: what did not change since is said once more, as final.
            wanted.add(TallyFilter.of(tenant.id()).on(last.get().day(), today.minusDays(1)));
        }
        page = fetch(List.of());
        if (page.isEmpty()) {
            // Nothing went out: what comes next need not wait for its time.
            last = last.map(done -> new Checkpoint(target.step(), target.day(), done.at()));
            source.upToDate();
        }
    }

    /** What follows a page; of the next filter where the one under way has no more. */
    private List<DayTally> fetch(List<DayTally> before) {
        List<DayTally> from = before;
        while (!wanted.isEmpty()) {
            List<DayTally> found = store.tallies(
                    wanted.peek(), from.isEmpty() ? Optional.empty() : Optional.of(from.get(from.size() - 1)), PIECE);
            if (!found.isEmpty()) {
                return found;
            }
            wanted.remove();
            from = List.of();
        }
        return List.of();
    }

    boolean hasNews(Exchange exchange) {
        return !page.isEmpty() && !failed;
    }

    void piece(Exchange exchange) {
        next = fetch(page);
        Tenant tenant = tenants.get(source.tenant()).orElseThrow();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader(HubHeaders.MESSAGE_NAME, "quality " + target.day() + " #" + target.step());
        if (next.isEmpty()) {
            message.setHeader(HubHeaders.CHECKPOINT, target.text());
        }
        AreaRef area = units.own(tenant, target.day()).orElseThrow();
        message.setBody(FigureJson.write(target, area, page, tenant.zone()));
    }

    void taken(Exchange exchange) {
        page = next;
        if (page.isEmpty()) {
            last = Optional.of(target);
        }
    }

    void failed(Exchange exchange) {
        more = false;
        failed = true;
        source.waiting(Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }
}
