package org.iochub.routes.documents.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;
import org.iochub.model.FaultException;

/**
 * The steps of the route, in the order they happen: begin a round; ask for a page of the list or for a document; look at
 * the answer; and, when the hub has it, go on. One thread at a time.
 */
final class Poll {
    private final Source<DocumentsSettings> source;
    private final DocumentsSettings settings;
    private final Set<String> known = Recent.keys();
    private final Set<String> givenUp = Recent.keys();
    private Optional<Checkpoint> kept = Optional.empty();
    private Optional<Reading> reading = Optional.empty();
    private Optional<SpooledDocument> document = Optional.empty();
    private boolean deliver;
    private int documentsLeft;
    private String failing = "";
    private int failures;

    Poll(Source<DocumentsSettings> source) {
        this.source = source;
        this.settings = source.settings();
    }

    void begin(Exchange exchange) {
        drop();
        documentsLeft = settings.maxDocuments();
        if (reading.isEmpty()) {
            reading = Optional.of(start());
        }
        exchange.getUnitOfWork().addSynchronization(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                drop();
            }
        });
    }

    private Checkpoint kept() {
        return kept.or(() -> source.checkpoint().map(Checkpoint::parse)).orElse(Checkpoint.START);
    }

    private Reading start() {
        Instant now = source.clock().instant();
        LocalDateTime local = LocalDateTime.ofInstant(now, source.zone());
        boolean doneToday = kept().widened()
                .filter(day -> !day.isBefore(local.toLocalDate()))
                .isPresent();
        boolean wide = !doneToday && !local.toLocalTime().isBefore(LocalTime.parse(settings.nightlyAt()));
        if (wide) {
            givenUp.clear();
        }
        Instant from = kept().watermark()
                .map(mark -> mark.minus(wide ? settings.nightlyOverlap() : settings.overlap()))
                .orElse(now.minus(settings.history()));
        return new Reading(from, wide, settings.pageSize());
    }

    boolean wantsMore(Exchange exchange) {
        return documentsLeft > 0 && !current().ended();
    }

    /** Whether the list is to be asked, not a document; passes over what is known. */
    boolean wantsList(Exchange exchange) {
        drop();
        current().next().ifPresent(first -> pass());
        return current().next().isEmpty();
    }

    private void pass() {
        Optional<ListEntry> next = current().next();
        while (next.isPresent()
                && (known.contains(next.get().key())
                        || givenUp.contains(next.get().key()))) {
            current().done();
            next = current().next();
        }
    }

    void askList(Exchange exchange) {
        request(
                exchange,
                "v1/receivedEdocs",
                "from=" + current().position().toEpochMilli() + "&page="
                        + current().page() + "&pageSize=" + settings.pageSize());
        exchange.getMessage().setHeader("Accept", "application/json");
    }

    void lookAtList(Exchange exchange) throws IOException {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status != 200) {
            throw Trouble.status(status);
        }
        byte[] body =
                Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElseGet(() -> new byte[0]);
        current().listed(ListPage.read(body, current().position()));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    void askDocument(Exchange exchange) {
        documentsLeft--;
        ListEntry entry = entry();
        request(exchange, "v1/edoc/" + encode(entry.id().orElse("")), "");
        exchange.getMessage().setHeader("Accept", "application/xml, text/xml");
    }

    boolean canBeAsked(Exchange exchange) {
        return entry().id().isPresent();
    }

    void lookAtDocument(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        Path path = Path.of(message.getBody(String.class));
        document = Optional.of(new SpooledDocument(path, "", Optional.empty()));
        if (status != 200) {
            throw Trouble.status(status);
        }
        if (type.startsWith("text/html")) {
            throw signInPage();
        }
        SpooledDocument found = SpooledDocument.of(path, settings);
        document = Optional.of(found);
        if (found.broken().isPresent() && !lastAttempt()) {
            throw new FaultException(found.broken().get());
        }
        label(message, entry().id().orElse("") + "@" + entry().received() + "/" + found.digest());
        message.setHeader(Exchange.CONTENT_TYPE, "application/xml");
        message.setBody(found.file());
        deliver = true;
    }

    /** Hands over what is known of a message that cannot be had, so that somebody hears of it. */
    private void notice(Exchange exchange, String why) {
        Message message = exchange.getMessage();
        label(message, entry().key() + "/notice");
        message.setHeader(Arrival.NOT_HAD, why);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(entry().raw().getBytes(StandardCharsets.UTF_8));
        deliver = true;
    }

    void noticeWithoutId(Exchange exchange) {
        notice(exchange, "không có id / no id");
    }

    /** Nothing of the request goes on: it holds the key. */
    private void label(Message message, String id) {
        message.removeHeaders("*");
        message.setHeader(HubHeaders.MESSAGE_ID, id);
        message.setHeader(HubHeaders.MESSAGE_NAME, "edoc/" + entry().id().orElse("?"));
        message.setHeader(
                HubHeaders.CHECKPOINT, kept().having(entry().received()).text());
        entry().id().ifPresent(gateway -> message.setHeader(Arrival.ID, gateway));
        message.setHeader(
                Arrival.RECEIVED,
                entry().received().atZone(source.zone()).toOffsetDateTime().toString());
    }

    /**
     * The next round tries again. A document that fails again and again is noted and passed over until the wider reading,
     * because those behind it must not wait for ever.
     */
    void failed(Exchange exchange) {
        Exception trouble = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        deliver = false;
        Optional<ListEntry> entry = current().next();
        if (entry.isPresent() && ofThisDocument(trouble)) {
            boolean last = lastAttempt() || forGood(trouble);
            failures = entry.get().key().equals(failing) ? failures + 1 : 1;
            failing = entry.get().key();
            if (last) {
                notice(exchange, Trouble.of(trouble).en());
                return;
            }
        }
        documentsLeft = 0;
        source.waiting(Trouble.of(trouble));
    }

    private boolean lastAttempt() {
        int before =
                current().next().filter(entry -> entry.key().equals(failing)).isPresent() ? failures : 0;
        return before + 1 >= settings.attempts();
    }

    private static boolean ofThisDocument(Exception trouble) {
        if (trouble instanceof FaultException fault) {
            return switch (fault.fault().code()) {
                case "http-status" ->
                    !Set.of("401", "403", "429").contains(fault.fault().where());
                case "sign-in-page", "missing-secret" -> false;
                default -> true;
            };
        }
        boolean unreachable = trouble instanceof ConnectException
                || trouble instanceof NoRouteToHostException
                || trouble instanceof UnknownHostException;
        return trouble instanceof IOException && !unreachable;
    }

    private static boolean forGood(Exception trouble) {
        return trouble instanceof FaultException fault
                && (fault.fault().code().equals("too-large")
                        || Set.of("404", "410").contains(fault.fault().where()));
    }

    boolean hasMessage(Exchange exchange) {
        return deliver;
    }

    void taken(Exchange exchange) {
        ListEntry entry = entry();
        boolean whole = exchange.getMessage().getHeader(Arrival.NOT_HAD) == null
                && document.filter(found -> found.broken().isEmpty()).isPresent();
        (whole ? known : givenUp).add(entry.key());
        kept = Optional.of(kept().having(entry.received()));
        current().done();
        failing = "";
        drop();
    }

    boolean isAtEnd(Exchange exchange) {
        return current().ended();
    }

    void finish(Exchange exchange) {
        if (current().wide()) {
            kept = Optional.of(kept().widened(LocalDate.ofInstant(source.clock().instant(), source.zone())));
        }
        reading = Optional.empty();
        documentsLeft = 0;
        source.upToDate();
    }

    private void drop() {
        deliver = false;
        document.ifPresent(SpooledDocument::delete);
        document = Optional.empty();
    }

    private void request(Exchange exchange, String path, String query) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        String base = settings.url().toString();
        message.setHeader(Exchange.HTTP_URI, (base.endsWith("/") ? base : base + "/") + path);
        message.setHeader(Exchange.HTTP_RAW_QUERY, query);
        message.setHeader("X-SystemId", settings.systemId());
        message.setHeader("X-SecretKey", settings.secretKey().reveal());
    }

    private Reading current() {
        return reading.orElseThrow(() -> new IllegalStateException("no round has begun"));
    }

    private ListEntry entry() {
        return current().next().orElseThrow(() -> new IllegalStateException("no document is being asked for"));
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static FaultException signInPage() {
        return FaultException.of(
                "sign-in-page",
                "",
                "Trục trả về một trang web thay cho văn bản (có thể là trang đăng nhập); hãy kiểm tra địa chỉ và khóa.",
                "The gateway answered with a web page in the place of a document (a sign-in page, perhaps); check the"
                        + " address and the key.");
    }
}
