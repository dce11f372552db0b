package org.iochub.reports.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iochub.core.mail.Mail;
import org.iochub.core.mail.Mailer;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.tenant.MailAddresses;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every Monday morning the report of the week before, for each authority; Mondays that were missed are made up for. What
 * was made last is kept in a file of each authority. Used by one thread.
 */
final class Mondays {
    private static final Logger LOG = LoggerFactory.getLogger(Mondays.class);
    /** A hub that was off for longer makes up for the last weeks only. */
    private static final int MOST_MISSED = 8;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,100}");
    private final Tenants tenants;
    private final ReportDesk desk;
    private final Shelf shelf;
    private final Mailer mailer;
    private final Clock clock;
    private final Rhythm rhythm;

    /**
     * When and where to.
     *
     * @param at in the authority's own time
     * @param marks the folder that remembers the last week of each authority
     * @param always addresses that get every report, besides the authority's contacts
     */
    record Rhythm(LocalTime at, Path marks, List<String> always) {}

    Mondays(Tenants tenants, ReportDesk desk, Shelf shelf, Mailer mailer, Clock clock, Rhythm rhythm) {
        this.tenants = tenants;
        this.desk = desk;
        this.shelf = shelf;
        this.mailer = mailer;
        this.clock = clock;
        this.rhythm = rhythm;
    }

    /** Makes what is due and mails what was not mailed yet; what fails is tried at the next call. */
    void look() {
        for (Tenant tenant : tenants.list()) {
            try {
                make(tenant);
            } catch (RuntimeException | IOException e) {
                LOG.warn("The weekly report of {} waits: {}", tenant.id(), e.toString());
            }
        }
        shelf.list().stream().filter(shelf::unsent).forEach(this::mail);
    }

    private void make(Tenant tenant) throws IOException {
        if (!PLAIN.matcher(tenant.id()).matches()) {
            return;
        }
        LocalDate due = lastDue(tenant);
        Optional<LocalDate> made = mark(tenant);
        if (made.isEmpty()) {
            // The hub is new to this authority: there is no week to report on yet.
            mark(tenant, due);
            return;
        }
        LocalDate first = made.get().plusWeeks(1);
        LocalDate earliest = due.minusWeeks(MOST_MISSED - 1L);
        for (LocalDate monday = first.isBefore(earliest) ? earliest : first;
                !monday.isAfter(due);
                monday = monday.plusWeeks(1)) {
            boolean ended =
                    tenant.validTo().filter(monday.minusWeeks(1)::isAfter).isPresent();
            if (!ended) {
                ReportInfo info = desk.make(tenant, monday.minusWeeks(1), monday.minusDays(1), ReportDesk.HUB, true);
                LOG.info("The weekly report {} is made", info.id());
            }
            mark(tenant, monday);
        }
    }

    /** The last Monday whose morning is past. */
    private LocalDate lastDue(Tenant tenant) {
        ZonedDateTime now = clock.instant().atZone(tenant.zone());
        LocalDate monday = now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        boolean early = now.isBefore(monday.atTime(rhythm.at()).atZone(tenant.zone()));
        return early ? monday.minusWeeks(1) : monday;
    }

    private Optional<LocalDate> mark(Tenant tenant) throws IOException {
        Path file = rhythm.marks().resolve(tenant.id());
        try {
            return Files.exists(file)
                    ? Optional.of(LocalDate.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            LOG.warn("{} is damaged and is made anew", file);
            return Optional.empty();
        }
    }

    private void mark(Tenant tenant, LocalDate monday) throws IOException {
        Files.createDirectories(rhythm.marks());
        Path half = rhythm.marks().resolve(tenant.id() + ".new");
        Files.writeString(half, monday.toString());
        Files.move(half, rhythm.marks().resolve(tenant.id()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void mail(ReportInfo info) {
        try {
            List<String> to = receivers(info);
            if (mailer.configured() && !to.isEmpty()) {
                mailer.send(mail(info, to));
                LOG.info("The report {} is mailed to {} addresses", info.id(), to.size());
            }
            shelf.sent(info);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The report {} could not be mailed, it is tried again: {}", info.id(), e.toString());
        }
    }

    private List<String> receivers(ReportInfo info) {
        List<String> texts = new java.util.ArrayList<>(rhythm.always());
        tenants.get(info.tenant())
                .ifPresent(tenant -> texts.addAll(new java.util.TreeMap<>(tenant.contacts()).values()));
        return MailAddresses.in(texts);
    }

    private Mail mail(ReportInfo info, List<String> to) {
        String name =
                tenants.get(info.tenant()).map(tenant -> tenant.name().vi()).orElse(info.tenant());
        List<Mail.Attachment> files = java.util.stream.Stream.of(ReportFormat.PDF, ReportFormat.XLSX)
                .flatMap(format -> desk.content(info.id(), format).stream()
                        .map(content ->
                                new Mail.Attachment(info.id() + "." + format.wireName(), format.mediaType(), content)))
                .toList();
        return new Mail(
                "report." + info.id() + "." + info.made().toEpochMilli(),
                to,
                "[IOC Hub] Báo cáo tuần " + info.from() + " – " + info.to() + ", " + name,
                "Kính gửi các đơn vị,\n\nBáo cáo dữ liệu tuần " + info.from() + " – " + info.to() + " của " + name
                        + " ở trong các tệp đính kèm.\n\nThe data report of the week " + info.from() + " to "
                        + info.to() + " is attached.\n",
                files);
    }
}
