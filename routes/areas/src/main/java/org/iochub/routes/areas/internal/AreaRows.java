package org.iochub.routes.areas.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.api.list.ListFile;
import org.iochub.api.list.ListFile.Wrong;
import org.iochub.api.list.ListNormalizer.Mapped;
import org.iochub.api.list.ListRow;
import org.iochub.api.list.ListRules;
import org.iochub.model.Fault;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.record.Area;
import org.iochub.model.record.Area.Successor;
import org.iochub.model.record.Location;

/** Rows of a list of areas, and areas. */
final class AreaRows {
    private static final String KIND = "kind";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";

    private AreaRows() {}

    /** @param known units that the list may refer to */
    static ListFile read(byte[] text, List<ListRow> known) {
        ListFile sound = rows(text);
        return sound.without(ListRules.check(sound.rows(), known));
    }

    /** Reads what was published, each row alone. */
    static ListFile readPublished(byte[] text) {
        ListFile sound = rows(text);
        return sound.without(ListRules.checkAlone(sound.rows()));
    }

    private static ListFile rows(byte[] text) {
        ListFile list = ListFile.read(text, Optional.of(AreaRegistry.BEGINNING));
        List<Wrong> wrong = new ArrayList<>();
        for (ListRow row : list.rows()) {
            fault(row).ifPresent(fault -> wrong.add(new Wrong(row.line(), fault)));
        }
        return list.without(wrong);
    }

    private static Optional<Fault> fault(ListRow row) {
        int digits = switch (row.level()) {
            case PROVINCE -> 2;
            case DISTRICT -> 3;
            case COMMUNE -> 5;
            case CENTRAL -> 0;
        };
        if (digits == 0 || !row.code().matches("[0-9]{" + digits + "}")) {
            return Optional.of(Fault.of(
                    "bad-area-code",
                    "code",
                    "Dòng " + row.line() + ": «" + row.code() + "» không phải mã cấp "
                            + row.level().wireName()
                            + " (tỉnh 2, huyện 3, xã 5 chữ số); bảng tính có thể đã làm mất số 0 ở đầu.",
                    "Line " + row.line() + ": \"" + row.code() + "\" is no code of the level "
                            + row.level().wireName()
                            + " (province 2, district 3, commune 5 digits); a spreadsheet may have taken the zeros in"
                            + " front away."));
        }
        return location(row).isEmpty()
                        && (row.more().containsKey(LATITUDE) || row.more().containsKey(LONGITUDE))
                ? Optional.of(Fault.of(
                        "bad-location",
                        LATITUDE,
                        "Dòng " + row.line() + ": latitude và longitude phải là số thập phân dùng dấu chấm và nằm trên"
                                + " trái đất.",
                        "Line " + row.line()
                                + ": latitude and longitude have to be decimal numbers with a point, on the"
                                + " earth."))
                : Optional.empty();
    }

    private static Optional<Location> location(ListRow row) {
        try {
            double latitude = Double.parseDouble(row.more().getOrDefault(LATITUDE, "NaN"));
            double longitude = Double.parseDouble(row.more().getOrDefault(LONGITUDE, "NaN"));
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                    ? Optional.of(new Location(longitude, latitude))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static List<ListRow> of(List<Area> areas) {
        return areas.stream().map(AreaRows::of).toList();
    }

    private static ListRow of(Area area) {
        Map<String, String> more = new TreeMap<>();
        area.kind().ifPresent(kind -> more.put(KIND, kind));
        area.location().ifPresent(at -> {
            more.put(LATITUDE, Double.toString(at.latitude()));
            more.put(LONGITUDE, Double.toString(at.longitude()));
        });
        return new ListRow(
                0,
                area.code(),
                area.level(),
                area.name(),
                area.parentCode(),
                area.validFrom(),
                area.validTo(),
                area.successors(),
                more);
    }

    static Mapped<Area> record(ListRow row, List<Successor> predecessors) {
        Optional<String> kind = Optional.ofNullable(row.more().get(KIND));
        Area area = new Area(
                row.code(),
                row.level(),
                row.name(),
                kind,
                AreaRegistry.nameKey(row.name(), kind),
                row.parent(),
                row.from(),
                row.to(),
                location(row),
                row.successors(),
                predecessors);
        return new Mapped<>(area, Optional.of(new AreaRef(row.code(), row.from())), List.of());
    }
}
