package org.iochub.shell.internal;

import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.type.RecordTypeRegistry;

@Command(
        scope = "hub",
        name = "feed-tail",
        description = "Các bản ghi mới nhất của một luồng / The latest records of a feed",
        detailedDescription =
                "TYPE is a record type, or all. With --json one record per line, personal data masked.\n\n"
                        + "EXAMPLE\n\n  hub:feed-tail dossier -n 20\n  hub:feed-tail all --follow")
@Service
public final class FeedTailCommand extends HubCommand {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    @Argument(
            name = "TYPE",
            description = "Loại bản ghi hoặc all / A record type, or all",
            required = true,
            multiValued = true)
    @Completion(FeedNames.class)
    List<String> words = List.of();

    @Option(name = "-n", description = "Bao nhiêu bản ghi / How many records")
    int count = 10;

    @Option(name = "--follow", description = "Chờ bản ghi mới đến khi Ctrl-C / Waits for more until Ctrl-C")
    boolean follow;

    @Reference(optional = true)
    FeedLog log;

    @Reference(optional = true)
    FeedBell bell;

    @Reference(optional = true)
    RecordTypeRegistry types;

    private MaskedRecords masked;

    private String type;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        type = argument();
        if (count < 0 || count > MOST) {
            throw failure("-n phải từ 0 đến " + MOST + ".", "-n must be 0 to " + MOST + ".");
        }
        FeedFilter filter = filter();
        masked = new MaskedRecords(types);
        FeedTail.Tail tail = new FeedTail(need(log), filter).last(count);
        tail.records().forEach(this::print);
        if (follow) {
            follow(filter, tail.next());
        }
    }

    private FeedFilter filter() throws Exception {
        if (type.equals(FeedNames.ALL)) {
            need(types);
            return FeedFilter.all();
        }
        RecordTypeNames.require(need(types), type);
        return FeedFilter.type(type);
    }

    /** Ctrl-C interrupts the session's thread. */
    private void follow(FeedFilter filter, long start) throws Exception {
        long after = start;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                FeedSlice slice = log.read(filter, after, FeedTail.PAGE, FeedTail.MAX_BYTES);
                slice.records().forEach(this::print);
                after = slice.scannedTo();
                out.flush();
                if (!slice.more()) {
                    need(bell).await(after, POLL);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(LoggedRecord record) {
        if (json) {
            out.println(Json.line(masked.json(record)));
        } else {
            out.println(String.format(
                    "%9d %s %-14s %-6s %s",
                    record.position(),
                    Times.brief(record.recordedAt().toInstant()),
                    record.type(),
                    record.op().wireName(),
                    record.id()));
        }
    }
}
