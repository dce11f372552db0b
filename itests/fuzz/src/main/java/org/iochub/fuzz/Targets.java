package org.iochub.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.Locations;
import org.iochub.api.read.MissingOffset;
import org.iochub.archive.internal.ArchiveBytes;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Kit;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Subjects;
import org.iochub.declarative.internal.DeclaredCompiler;
import org.iochub.declarative.internal.expression.ExpressionBytes;
import org.iochub.feed.internal.access.TicketBytes;
import org.iochub.feed.internal.ngsild.NgsiLdBytes;
import org.iochub.feed.internal.open311.Open311Bytes;
import org.iochub.feed.internal.soap.SoapBytes;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.number.NumberStyle;
import org.iochub.model.number.VietnameseNumbers;
import org.iochub.model.text.VietnameseText;
import org.iochub.model.time.DateStyle;
import org.iochub.model.time.VietnameseDates;
import org.iochub.model.time.VietnamesePeriods;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.cursor.Place;

/** All parsers by name; {@code adapter/NAME} reads messages of that source. */
public final class Targets {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Targets() {}

    /** @param home the project's folder; Java adapters are there once they are built */
    public static Map<String, Target> all(Path home) throws IOException {
        Map<String, Target> all = new TreeMap<>();
        Areas areas = AreaRegistry.builtIn();
        all.put("archive-segment", ArchiveBytes::segment);
        all.put("archive-index", ArchiveBytes::index);
        all.put("archive-erasure", ArchiveBytes::erasure);
        all.put("archive-description", ArchiveBytes::description);
        all.put("source-file", bytes -> new DeclaredCompiler().compile("source.yaml", bytes));
        all.put("expression", text(ExpressionBytes::read));
        all.put("cursor", text(Targets::cursor));
        all.put("ticket-and-key", text(TicketBytes::read));
        all.put("ngsi-ld-query", text(query -> NgsiLdBytes.read(Query.of(query))));
        all.put("open311-query", text(query -> Open311Bytes.read(Query.of(query))));
        all.put("soap-body", SoapBytes::read);
        all.put("number", text(text -> each(NumberStyle.values(), style -> VietnameseNumbers.parse(text, style))));
        all.put("date", text(text -> each(DateStyle.values(), style -> VietnameseDates.date(text, style))));
        all.put(
                "iso-time",
                text(text -> each(
                        MissingOffset.values(),
                        missing -> new IsoTimes(missing, ZoneId.of("Asia/Ho_Chi_Minh")).read(text, "field"))));
        all.put("period", text(VietnamesePeriods::parse));
        all.put("text", text(Targets::mended));
        all.put("area", text(text -> {
            areas.byName(text, Optional.empty(), DAY);
            DatedArea.parse(text, "area").at(areas, DAY);
        }));
        all.put("location", text(text -> {
            String[] both = text.split(" ", 2);
            Locations.read(
                    Optional.of(both[0]), "lat", Optional.of(both.length > 1 ? both[1] : ""), "lon", new ArrayList<>());
        }));
        adapters(home, areas, all);
        return all;
    }

    /** Those that are built; a folder with a pom and no jar is left out. */
    private static void adapters(Path home, Areas areas, Map<String, Target> all) throws IOException {
        Subjects subjects = Subjects.found(project -> {
            throw new IOException(project + " is not built");
        });
        List<Path> folders;
        try (Stream<Path> routes = Files.list(home.resolve("routes"))) {
            folders = routes.filter(Files::isDirectory).sorted().toList();
        }
        for (Path folder : folders) {
            if (Subjects.isAdapter(folder)) {
                try {
                    Subject subject = subjects.open(folder);
                    new Kit(areas)
                            .examination(subject)
                            .ifPresent(made -> all.put("adapter/" + folder.getFileName(), adapter(made)));
                } catch (IOException notBuilt) {
                    // Said by its absence from the list.
                } catch (Exception e) {
                    throw new IOException(folder.toString(), e);
                }
            }
        }
    }

    private static Target adapter(Examination examination) {
        var normalizer = examination.instance().normalizer(Examination.CLOCK);
        List<Fixture> cases = examination.subject().fixtures().cases();
        Map<String, String> attributes =
                cases.isEmpty() ? Map.of() : cases.get(0).attributes();
        String file = cases.isEmpty() ? "message" : cases.get(0).file();
        Fixture like = new Fixture("fuzz", file, new byte[0], attributes, Optional.empty());
        return bytes -> {
            var message = org.iochub.conformance.adapter.KitMessage.of(like, bytes, Examination.CLOCK);
            try (var changes = normalizer.normalize(message)) {
                changes.limit(2_000).forEach(change -> {});
            } catch (Exception e) {
                Target.expected(e);
            }
        };
    }

    @FunctionalInterface
    private interface OfText {
        void read(String text) throws Exception;
    }

    private static Target text(OfText reader) {
        return bytes -> {
            try {
                reader.read(new String(bytes, StandardCharsets.UTF_8));
            } catch (Exception e) {
                Target.expected(e);
            }
        };
    }

    @FunctionalInterface
    private interface OfStyle<S> {
        void read(S style) throws Exception;
    }

    private static <S> void each(S[] styles, OfStyle<S> reader) throws Exception {
        for (S style : styles) {
            try {
                reader.read(style);
            } catch (Exception e) {
                Target.expected(e);
            }
        }
    }

    /** What was mended is sound, and mending it again changes nothing. */
    private static void mended(String text) {
        if (VietnameseText.clean(text) instanceof VietnameseText.Result.Clean clean
                && VietnameseText.clean(clean.text()) instanceof VietnameseText.Result.Clean again
                && !again.text().equals(clean.text())) {
            throw new AssertionError("mended twice: " + clean.text() + " and " + again.text());
        }
    }

    /** Nobody but the hub makes a cursor. */
    private static void cursor(String text) {
        Cursors cursors = Cursors.of("a secret of the fuzzing, which nobody else has");
        String own = cursors.write(new Place("epoch", 7));
        if (cursors.place(text).isPresent() && !text.equals(own)
                || cursors.page(text).isPresent()) {
            throw new AssertionError("a forged cursor was taken");
        }
    }
}
