package org.iochub.routes.onlinemedia.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.read.DatedArea;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.area.Areas.Match;
import org.iochub.model.record.Area;
import org.iochub.model.record.MediaItem.AreaMention;

/**
 * The units that a text names beyond doubt: by kind and name («phường Trà Câu»), on the day of publication, within the
 * configured province. A name alone is not enough: people, streets and several units share it.
 */
final class AreaMentions {
    private static final int MOST_WORDS = 5;
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\p{L}\\p{M}])"
            + "((?iu:tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|xã)|TP\\.?|TX\\.?)"
            + "[\\s\\u00A0]*((?:\\p{Lu}[\\p{L}\\p{M}]*)(?:[\\s\\u00A0]*[-–][\\s\\u00A0]*\\p{Lu}[\\p{L}\\p{M}]*"
            + "|[\\s\\u00A0]+\\p{Lu}[\\p{L}\\p{M}]*){0," + (MOST_WORDS - 1) + "})");

    private final Areas areas;
    private final Optional<DatedArea> within;

    AreaMentions(Areas areas, Optional<String> within) {
        this.areas = areas;
        this.within = within.map(code -> DatedArea.parse(code, "within"));
    }

    /** In the order of the text, each unit once. */
    List<AreaMention> in(String text, LocalDate day) {
        Optional<Area> top = within.flatMap(code -> code.at(areas, day).unit());
        List<AreaMention> mentions = new ArrayList<>();
        top.ifPresent(limit -> {
            Matcher written = WRITTEN.matcher(text);
            while (written.find()) {
                mention(written.group(1), written.group(2), limit, day)
                        .filter(found -> mentions.stream()
                                .noneMatch(known -> known.code().equals(found.code())
                                        && known.validFrom().equals(found.validFrom())))
                        .ifPresent(mentions::add);
            }
        });
        return mentions;
    }

    /** The longest run of words that is a name here; what follows it belongs to the sentence. */
    private Optional<AreaMention> mention(String kind, String words, Area limit, LocalDate day) {
        String name = words;
        while (!name.isEmpty()) {
            String written = kind + " " + name;
            Match match = lookUp(written, limit, day);
            if (match instanceof Match.Found found) {
                Area area = found.area();
                return Optional.of(new AreaMention(area.code(), area.validFrom(), written));
            }
            if (match instanceof Match.Ambiguous) {
                return Optional.empty();
            }
            name = name.replaceFirst("[\\s\\u00A0–-]*[^\\s\\u00A0–-]+$", "");
        }
        return Optional.empty();
    }

    private Match lookUp(String name, Area limit, LocalDate day) {
        Match below = areas.byName(name, Optional.of(new AreaRef(limit.code(), limit.validFrom())), day);
        if (!(below instanceof Match.Unknown)) {
            return below;
        }
        // The province itself does not lie below itself.
        return areas.byName(name, Optional.empty(), day) instanceof Match.Found found
                        && found.area().equals(limit)
                ? found
                : below;
    }
}
