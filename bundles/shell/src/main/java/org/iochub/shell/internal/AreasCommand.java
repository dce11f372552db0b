package org.iochub.shell.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;

@Command(
        scope = "hub",
        name = "areas",
        description = "Tìm đơn vị hành chính theo mã hoặc tên / Finds administrative units by code or name",
        detailedDescription = "A code shows every span of its validity, with --at only the one valid on that day. A"
                + " name is looked up at a day, today unless --at says otherwise; several units of that name are all"
                + " shown.\n\nEXAMPLE\n\n  hub:areas 01\n  hub:areas \"Phường Ba Đình\" --at 2025-07-01")
@Service
public final class AreasCommand extends HubCommand {
    @Argument(name = "CODE|NAME", description = "Mã hoặc tên / Code or name", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--at", description = "Ngày, ví dụ 2025-06-30 / A day, such as 2025-06-30")
    String at;

    @Reference(optional = true)
    Areas areas;

    private String wanted;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        wanted = argument();
        List<Area> found = find(need(areas), day());
        if (found.isEmpty()) {
            throw failure(
                    "Không có đơn vị hành chính «" + wanted + "»" + (at == null ? "." : " vào ngày " + at + "."),
                    "There is no administrative unit «" + wanted + "»" + (at == null ? "." : " on " + at + "."));
        }
        if (json) {
            out.println(Json.pretty(
                    Map.of("areas", found.stream().map(AreasCommand::describe).toList())));
            return;
        }
        Table table = Table.of("code", "level", "name", "above", "from", "to", "successors");
        for (Area area : found) {
            table.row(
                    area.code(),
                    area.level().wireName(),
                    Table.cut(area.name(), 20),
                    area.parentCode().orElse("-"),
                    area.validFrom(),
                    area.validTo().map(Object::toString).orElse("-"),
                    Table.cut(codes(area.successors()), 10));
        }
        table.print(out);
    }

    private Optional<LocalDate> day() throws Exception {
        if (at == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(at));
        } catch (DateTimeParseException e) {
            throw failure(
                    "--at phải là ngày dạng 2025-06-30, không phải «" + at + "».",
                    "--at must be a day like 2025-06-30, not «" + at + "».");
        }
    }

    private List<Area> find(Areas all, Optional<LocalDate> day) {
        if (wanted.chars().allMatch(Character::isDigit)) {
            return day.map(on -> all.byCode(wanted, on).stream().toList()).orElseGet(() -> all.spans(wanted));
        }
        Areas.Match match = all.byName(wanted, Optional.empty(), day.orElseGet(Times::today));
        if (match instanceof Areas.Match.Found one) {
            return List.of(one.area());
        }
        return match instanceof Areas.Match.Ambiguous many ? many.candidates() : List.of();
    }

    private static String codes(List<Area.Successor> units) {
        return units.isEmpty() ? "-" : units.stream().map(Area.Successor::code).collect(Collectors.joining(","));
    }

    private static Map<String, Object> describe(Area area) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", area.code());
        document.put("level", area.level().wireName());
        document.put("name", area.name());
        Json.put(document, "kind", area.kind());
        Json.put(document, "parentCode", area.parentCode());
        document.put("validFrom", area.validFrom().toString());
        Json.put(document, "validTo", area.validTo());
        document.put("predecessors", neighbours(area.predecessors()));
        document.put("successors", neighbours(area.successors()));
        return document;
    }

    private static List<Map<String, Object>> neighbours(List<Area.Successor> units) {
        return units.stream()
                .map(unit -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("code", unit.code());
                    document.put("part", unit.part().code());
                    return document;
                })
                .toList();
    }
}
