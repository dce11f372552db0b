package org.iochub.routes.egovernment.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.Recorded;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Area;
import org.iochub.model.record.Document;
import org.iochub.model.record.Dossier;
import org.iochub.model.time.ReportingPeriod;

/**
 * Counts dossiers and documents, one after the other, for every period and unit. What it keeps does not grow with the
 * number of records. Used by one thread.
 */
final class Counting {
    /** Never taken up, or taken back, or given up: there is no handling that could be on time. */
    private static final Set<DossierStatus> NOT_HANDLED = Set.of(
            DossierStatus.REGISTERED, DossierStatus.NOT_ACCEPTED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED);

    private final EGovernmentSettings settings;
    private final OwnOrganisations organisations;
    private final RollUp rollUp;
    private final ZoneId zone;
    private final List<ReportingPeriod> periods;
    private final Instant startOfToday;
    private final Map<Place, Tally> tallies = new HashMap<>();

    /** @param today only to its start does the clock of an unfinished dossier run, so that a day has one result */
    Counting(EGovernmentSettings settings, RollUp rollUp, ZoneId zone, LocalDate today) {
        this.settings = settings;
        this.organisations = new OwnOrganisations(settings.organisations());
        this.rollUp = rollUp;
        this.zone = zone;
        this.periods = Periods.upTo(today, settings.months(), Set.copyOf(settings.periods()));
        this.startOfToday = start(today);
        for (ReportingPeriod period : periods) {
            // The authority's own figures are there even when there was nothing to count.
            Optional<Area> own = rollUp.own(period.last());
            for (Definition definition : Definition.values()) {
                own.ifPresent(unit -> tally(definition, period, unit.code()));
            }
        }
    }

    List<ReportingPeriod> periods() {
        return periods;
    }

    Map<Place, Tally> tallies() {
        return tallies;
    }

    void dossier(Recorded<Dossier> recorded) {
        Dossier dossier = recorded.data();
        Instant received = dossier.receivedAt().toInstant();
        LocalDate day = LocalDate.ofInstant(received, zone);
        for (ReportingPeriod period : periods) {
            if (within(day, period)) {
                online(dossier, recorded.area(), period);
            }
            if (!day.isAfter(period.last()) && !NOT_HANDLED.contains(dossier.status())) {
                onTime(dossier, recorded.area(), period);
            }
        }
    }

    private void online(Dossier dossier, Optional<AreaRef> area, ReportingPeriod period) {
        boolean online =
                dossier.channel().filter(settings.onlineChannels()::contains).isPresent();
        boolean known = online
                || dossier.channel().filter(settings.otherChannels()::contains).isPresent();
        for (RollUp.Share share : rollUp.of(area, period.last())) {
            tally(Definition.ONLINE, period, share.code()).add(share, online, !known);
        }
    }

    /** Counts in each period in which it was being handled. */
    private void onTime(Dossier dossier, Optional<AreaRef> area, ReportingPeriod period) {
        Instant until = start(period.last().plusDays(1)).minusNanos(1);
        Optional<Instant> ended = OnTimeRule.ended(dossier, until);
        if (ended.filter(at -> at.isBefore(start(period.first()))).isPresent()) {
            return;
        }
        Instant now = until.isBefore(startOfToday) ? until : startOfToday;
        Optional<Boolean> onTime = OnTimeRule.onTime(dossier, until, now);
        for (RollUp.Share share : rollUp.of(area, period.last())) {
            Tally tally = tally(Definition.ON_TIME, period, share.code());
            onTime.ifPresentOrElse(yes -> tally.add(share, yes, false), tally::leaveOut);
        }
    }

    void document(Recorded<Document> recorded) {
        Document document = recorded.data();
        if (!organisations.has(document.fromOrg())) {
            return;
        }
        LocalDate day = document.date().orElseGet(() -> day(document.receivedAt()));
        Optional<Boolean> signed = document.digitallySigned();
        for (ReportingPeriod period : periods) {
            if (within(day, period)) {
                for (RollUp.Share share : rollUp.of(recorded.area(), period.last())) {
                    tally(Definition.SIGNED, period, share.code()).add(share, signed.orElse(false), signed.isEmpty());
                }
            }
        }
    }

    private Tally tally(Definition definition, ReportingPeriod period, String area) {
        return tallies.computeIfAbsent(new Place(definition, period, area), place -> new Tally());
    }

    private static boolean within(LocalDate day, ReportingPeriod period) {
        return !day.isBefore(period.first()) && !day.isAfter(period.last());
    }

    private LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toLocalDate();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
