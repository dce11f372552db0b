package org.iochub.simulators.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.TemporaryDirectory;

/** Offices that mail their monthly figures of industry and trade, each to a mailbox of the hub on one server. */
public final class TradeMailSimulator implements Simulator {
    private static final String PASSWORD = "simulated";
    private static final String SENDER = "cong-thuong@so.example.vn";
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final int MONTHS = 4;

    /** After so many the offices fall silent: the server keeps every mail in memory. */
    private static final int MOST_NEWS = 500;

    /** @param area whose figures they are */
    private record Office(String tenant, String area) {
        String mailbox() {
            return "ioc@" + tenant + ".example.vn";
        }
    }

    private static final List<Office> OFFICES = List.of(new Office("quang-ngai", "51"), new Office("duc-pho", "534"));

    private final Path directory = TemporaryDirectory.make("mail");
    private final MailHost host;
    private final Map<Office, MadeUpTrade> figures = new LinkedHashMap<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-mail");
        thread.setDaemon(true);
        return thread;
    });
    private long sent;
    private int news;

    /** @param every how often an office corrects its last month; never when empty: the history only */
    public TradeMailSimulator(long seed, Optional<Duration> every) {
        try {
            Files.writeString(directory.resolve("password"), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.host = new MailHost(OFFICES.stream().map(Office::mailbox).toList(), PASSWORD);
        OFFICES.forEach(office -> {
            figures.put(office, new MadeUpTrade(seed + office.area().hashCode(), office.area()));
            history(office);
        });
        every.ifPresent(pause -> schedule.scheduleWithFixedDelay(
                this::correct, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized void history(Office office) {
        MadeUpTrade trade = figures.get(office);
        for (int month = 1; month <= MONTHS; month++) {
            OffsetDateTime at = OffsetDateTime.of(2025, month + 1, 2, 8, 0, 0, 0, ZoneOffset.ofHours(7));
            byte[] csv = trade.month(month, MADE.format(at));
            send(office, SENDER, at, "so-lieu-thang-" + month + ".csv", csv);
            if (month == 2) {
                // The same mail twice, a correction under the same name, and the older file once more.
                send(office, SENDER, at.plusHours(1), "so-lieu-thang-2.csv", csv);
                byte[] corrected = trade.month(month, MADE.format(at.plusDays(9)));
                send(office, SENDER, at.plusDays(9), "so-lieu-thang-2.csv", corrected);
                send(office, SENDER, at.plusDays(10), "so-lieu-thang-2.csv", csv);
            }
        }
        OffsetDateTime late = OffsetDateTime.of(2025, 6, 2, 8, 30, 0, 0, ZoneOffset.ofHours(7));
        send(office, SENDER, late, "so-lieu-thang-5.csv", trade.dirt(MADE.format(late)));
        send(office, SENDER, late, "bieu-do.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        send(
                office,
                "ai-do@khac.example.com",
                late,
                "la.csv",
                "khong;phai;so;lieu\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Each office mails its last month again, made anew. */
    public synchronized void correct() {
        if (news++ < MOST_NEWS) {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7));
            figures.forEach((office, trade) -> send(
                    office,
                    SENDER,
                    now,
                    "so-lieu-thang-" + MONTHS + ".csv",
                    trade.month(
                            MONTHS,
                            MADE.format(OffsetDateTime.of(2025, 6, 1, 8, 0, 0, 0, ZoneOffset.ofHours(7))
                                    .plusMinutes(news)))));
        }
    }

    private void send(Office office, String from, OffsetDateTime at, String file, byte[] content) {
        host.deliver(office.mailbox(), new Mail(from, ++sent, at, "Số liệu công thương", file, content));
    }

    @Override
    public String name() {
        return "industry-trade";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, Map<String, String>> instances = new LinkedHashMap<>();
        for (Office office : OFFICES) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("adapter", name());
            settings.put("tenant", office.tenant());
            settings.put("server", host.address());
            settings.put("user", office.mailbox());
            settings.put("password", "file:" + directory.resolve("password"));
            settings.put("sender", "*@so.example.vn");
            settings.put("every", "5s");
            instances.put("industry-trade-" + office.tenant(), settings);
        }
        return instances;
    }

    public MailHost host() {
        return host;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        host.close();
        TemporaryDirectory.remove(directory);
    }
}
