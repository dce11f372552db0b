package org.iochub.shell.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality;
import org.iochub.core.quality.Quality.Card;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.Word;

@Command(
        scope = "hub",
        name = "quality",
        description = "Chất lượng dữ liệu: đúng, đủ, sạch, sống / Data quality: right, complete, clean, live",
        detailedDescription =
                "Today's scorecard: each word is worth what its weakest measure is. With --source and --type every measure with"
                        + " its numerator and denominator; with --measure besides, what is behind the number: records, refused"
                        + " records, units or spans of the day.\n\nEXAMPLE\n\n"
                        + "  hub:quality --day 2026-03-02\n"
                        + "  hub:quality --source stations-hanoi --type observation\n"
                        + "  hub:quality --source stations-hanoi --type observation --measure timely -n 50")
@Service
public final class QualityCommand extends HubCommand {
    private static final int MOST = 1_000;

    @Option(name = "--tenant", description = "Chỉ của cơ quan này / Of this authority only")
    @Completion(TenantIds.class)
    String tenant;

    @Option(name = "--source", description = "Chỉ của nguồn này / Of this source only")
    @Completion(SourceIds.class)
    String source;

    @Option(name = "--type", description = "Chỉ loại bản ghi này / Of this record type only")
    @Completion(RecordTypeNames.class)
    String type;

    @Option(name = "--day", description = "Ngày, mặc định hôm nay / The day, today when absent")
    String day;

    @Option(name = "--measure", description = "Xem những gì đứng sau con số / What is behind the number")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "valid",
                "required",
                "wished",
                "units",
                "unique",
                "consistent",
                "mapped",
                "placed",
                "timely",
                "regular"
            })
    String measure;

    @Option(name = "--all", description = "Cả những mục đạt / Those that are as they should be, too")
    boolean all;

    @Option(name = "-n", description = "Bao nhiêu mục / How many")
    int count = 100;

    @Reference(optional = true)
    Quality quality;

    @Override
    void run() throws Exception {
        if (count < 1 || count > MOST) {
            throw failure("-n phải từ 1 đến " + MOST + ".", "-n must be 1 to " + MOST + ".");
        }
        LocalDate on = on();
        TallyFilter filter = new TallyFilter(
                Optional.ofNullable(tenant),
                Optional.ofNullable(source),
                Optional.ofNullable(type),
                Optional.of(on),
                Optional.of(on),
                -1);
        List<Card> cards = quality.cards(filter, Optional.empty(), count);
        if (measure != null) {
            behind(cards);
        } else if (json) {
            out.println(Json.pretty(Map.of(
                    "day",
                    on.toString(),
                    "cards",
                    cards.stream().map(QualityCommand::json).toList())));
        } else if (source != null && type != null) {
            cards.forEach(this::sheet);
            none(cards);
        } else {
            overview(cards);
            none(cards);
        }
    }

    private LocalDate on() throws CommandException {
        try {
            return day == null ? need(quality).today() : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw failure(
                    "--day phải là ngày dạng 2026-03-02, không phải «" + day + "».",
                    "--day must be a day like 2026-03-02, not «" + day + "».");
        }
    }

    private void none(List<Card> cards) {
        if (cards.isEmpty()) {
            say("Ngày này chưa có số liệu.", "There are no figures of this day yet.");
        }
    }

    private void overview(List<Card> cards) {
        Table table = Table.of("source", "type", "taken", "đúng", "đủ", "sạch", "sống");
        for (Card card : cards) {
            table.row(
                    card.tally().key().source(),
                    card.tally().key().type(),
                    card.tally().count("taken"),
                    word(card, Word.RIGHT),
                    word(card, Word.COMPLETE),
                    word(card, Word.CLEAN),
                    word(card, Word.LIVE));
        }
        show(table);
    }

    private static Object word(Card card, Word word) {
        return card.worst(word).<Object>map(QualityCommand::share).orElse("-");
    }

    private static Table.Coloured share(Figure figure) {
        double percent = figure.percent();
        return new Table.Coloured(
                percent + "%",
                percent >= 95 ? Table.Colour.GOOD : percent >= 80 ? Table.Colour.DOUBTFUL : Table.Colour.BAD);
    }

    private void sheet(Card card) {
        out.println(card.tally().key().day() + " " + card.tally().tenant() + " "
                + card.tally().key().source() + " " + card.tally().key().type());
        Table table = Table.of("", "measure", "share", "of", "what");
        for (Figure figure : card.figures()) {
            table.row(
                    figure.measure().word().title().vi(),
                    figure.measure().wireName(),
                    figure.denominator() == 0 ? "-" : share(figure),
                    figure.numerator() + "/" + figure.denominator(),
                    figure.measure().title().vi());
        }
        show(table);
    }

    private void behind(List<Card> cards) throws CommandException {
        Measure wanted = Measure.of(measure)
                .orElseThrow(() -> failure(
                        "Không có chỉ số «" + measure + "»; có: " + measures() + ".",
                        "There is no measure «" + measure + "»; there are: " + measures() + "."));
        if (cards.size() != 1) {
            throw failure(
                    "Hãy chỉ rõ một nguồn và một loại: --source … --type … (đang khớp " + cards.size() + ").",
                    "Name one source and one type: --source … --type … (" + cards.size() + " fit).");
        }
        DayKey key = cards.get(0).tally().key();
        Behind page = quality.behind(cards.get(0).tally().tenant(), key, wanted, all, Optional.empty(), count);
        if (json) {
            out.println(Json.pretty(Map.of(
                    "measure",
                    measure,
                    "items",
                    page.items().stream().map(QualityCommand::json).toList(),
                    "more",
                    page.next().isPresent())));
            return;
        }
        Table table = Table.of("what", "id", "at", "why");
        for (Behind.Item item : page.items()) {
            table.row(
                    kind(item),
                    item.id(),
                    item.at().map(at -> Times.brief(at.toInstant())).orElse("-"),
                    item.good() ? "-" : String.join(", ", item.why()));
        }
        show(table);
        if (page.next().isPresent()) {
            say("Còn nữa: tăng -n.", "There is more: raise -n.");
        }
    }

    private static String kind(Behind.Item item) {
        return item.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String measures() {
        return Arrays.stream(Measure.values()).map(Measure::wireName).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> json(Card card) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("day", card.tally().key().day().toString());
        document.put("tenant", card.tally().tenant());
        document.put("source", card.tally().key().source());
        document.put("type", card.tally().key().type());
        document.put(
                "figures",
                card.figures().stream()
                        .map(figure -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("measure", figure.measure().wireName());
                            one.put("word", figure.measure().word().wireName());
                            one.put("numerator", figure.numerator());
                            one.put("denominator", figure.denominator());
                            one.put("percent", figure.percent());
                            one.put("definition", figure.definition());
                            return one;
                        })
                        .toList());
        return document;
    }

    private static Map<String, Object> json(Behind.Item item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kind(item));
        document.put("type", item.type());
        document.put("id", item.id());
        document.put("good", item.good());
        Json.put(document, "at", item.at());
        document.put("why", item.why());
        return document;
    }
}
