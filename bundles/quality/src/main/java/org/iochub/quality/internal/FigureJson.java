package org.iochub.quality.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.model.area.AreaRef;

/** Writes the raw message: numerator and denominator of every figure, with what it was counted by. */
final class FigureJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FigureJson() {}

    /** @param area the authority's unit */
    static byte[] write(Checkpoint target, AreaRef area, List<DayTally> tallies, ZoneId zone) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("day", target.day().toString());
            out.writeNumberField("step", target.step());
            out.writeArrayFieldStart("figures");
            for (DayTally tally : tallies) {
                for (Figure figure : figures(tally, target, zone)) {
                    out.writeRaw('\n');
                    write(out, target, area, tally, figure);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is not counted any more is said to be nothing, so that no former figure stands on. */
    private static List<Figure> figures(DayTally tally, Checkpoint target, ZoneId zone) {
        return tally.counts().isEmpty()
                ? Arrays.stream(Measure.values())
                        .map(measure -> new Figure(
                                tally.tenant(), tally.key(), measure, 0, 0, Figures.definition(tally, measure)))
                        .toList()
                : Figures.of(tally, target.at(), zone);
    }

    private static void write(JsonGenerator out, Checkpoint target, AreaRef area, DayTally tally, Figure figure)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("day", figure.key().day().toString());
        out.writeStringField("source", figure.key().source());
        out.writeStringField("type", figure.key().type());
        out.writeStringField("measure", figure.measure().wireName());
        out.writeStringField("definition", figure.definition());
        out.writeNumberField("numerator", figure.numerator());
        out.writeNumberField("denominator", figure.denominator());
        out.writeStringField("status", status(target, figure));
        out.writeStringField("area", area.code());
        out.writeStringField("areaFrom", area.validFrom().toString());
        out.writeNumberField("revision", tally.changed());
        out.writeNumberField("step", target.step());
        out.writeEndObject();
    }

    /** SDMX: P while the day goes on, A when it is over, M when there was nothing to look at. */
    private static String status(Checkpoint target, Figure figure) {
        if (figure.denominator() == 0) {
            return "M";
        }
        return figure.key().day().isBefore(target.day()) ? "A" : "P";
    }
}
