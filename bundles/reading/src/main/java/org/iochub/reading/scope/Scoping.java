package org.iochub.reading.scope;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.core.access.Grants;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.FaultException;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Works out what a reader sees: what it asks for within what it was granted. Safe for any number of threads. */
@Component(service = Scoping.class)
public final class Scoping {
    public static final String ALL = "all";

    private final RecordTypeRegistry registry;
    private final Areas areas;
    private final PersonalView personalView;

    @Activate
    public Scoping(
            @Reference RecordTypeRegistry registry, @Reference Areas areas, @Reference PersonalView personalView) {
        this.registry = registry;
        this.areas = areas;
        this.personalView = personalView;
    }

    /**
     * The scope of a reading.
     *
     * @throws ScopeRefusal when the grants do not allow it, or it names what is not there
     */
    public Scope of(Grants grants, Wanted wanted) {
        Map<String, RecordType<?>> types = types(grants, wanted.type(), wanted.major());
        FeedFilter filter = new FeedFilter(
                Optional.of(types.keySet()),
                asked(wanted.sources()),
                tenants(grants, wanted.tenants()),
                areas(grants, wanted.areas()),
                wanted.since());
        return new Scope(filter, types, grants.personal(), personalView);
    }

    /** The scope for a version that was asked for by its record's id, in whatever major version it is. */
    public Scope any(Grants grants, LoggedRecord record) {
        Map<String, RecordType<?>> types = registry.get(record.type(), record.major())
                .<Map<String, RecordType<?>>>map(type -> Map.of(type.name(), type))
                .orElse(Map.of());
        FeedFilter filter = new FeedFilter(
                Optional.of(types.keySet()), Optional.empty(), grants.tenants(), granted(grants), Optional.empty());
        return new Scope(filter, types, grants.personal(), personalView);
    }

    private Map<String, RecordType<?>> types(Grants grants, String type, Optional<Integer> major) {
        if (!grants.read()) {
            throw forbidden("type", "Khóa này không được đọc bản ghi.", "This key may not read records.");
        }
        Map<String, RecordType<?>> types = new LinkedHashMap<>();
        if (type.equals(ALL)) {
            registry.all().stream()
                    .filter(each -> grants.allowsType(each.name()))
                    .filter(each -> major.isEmpty() || each.major() == major.get())
                    .forEach(each -> types.merge(each.name(), each, Scoping::older));
            return types;
        }
        RecordType<?> oldest = registry.get(type)
                .orElseThrow(() -> new ScopeRefusal(
                        ScopeRefusal.Kind.NO_SUCH_TYPE,
                        "type",
                        Text.of(
                                "Không có loại bản ghi «" + shown(type) + "»; xem danh sách tại /api/v1/types.",
                                "There is no record type \"" + shown(type) + "\"; /api/v1/types lists them.")));
        if (!grants.allowsType(type)) {
            throw forbidden(
                    "type",
                    "Khóa này không được đọc loại bản ghi «" + type + "».",
                    "This key may not read the record type \"" + type + "\".");
        }
        types.put(type, major.isPresent() ? inMajor(type, major.get()) : oldest);
        return types;
    }

    private RecordType<?> inMajor(String type, int major) {
        return registry.get(type, major)
                .orElseThrow(() -> bad(
                        "major",
                        "Loại bản ghi «" + type + "» không có phiên bản chính " + major + ".",
                        "The record type \"" + type + "\" has no major version " + major + "."));
    }

    private static RecordType<?> older(RecordType<?> a, RecordType<?> b) {
        return a.major() <= b.major() ? a : b;
    }

    private static Optional<Set<String>> asked(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(values));
    }

    private static Optional<Set<String>> tenants(Grants grants, List<String> asked) {
        asked.stream()
                .filter(tenant -> !grants.allowsTenant(tenant))
                .findFirst()
                .ifPresent(tenant -> {
                    throw forbidden(
                            "tenant",
                            "Khóa này không được đọc dữ liệu của cơ quan «" + shown(tenant) + "».",
                            "This key may not read data of the authority \"" + shown(tenant) + "\".");
                });
        return asked.isEmpty() ? grants.tenants().map(Set::copyOf) : Optional.of(Set.copyOf(asked));
    }

    private Optional<Set<AreaRef>> areas(Grants grants, List<String> asked) {
        Optional<Set<AreaRef>> granted = granted(grants);
        if (asked.isEmpty()) {
            return granted;
        }
        Set<AreaRef> wanted = new HashSet<>();
        asked.forEach(area -> wanted.addAll(withBelow(area)));
        granted.ifPresent(wanted::retainAll);
        return Optional.of(wanted);
    }

    /** The units a key may see, those below its own included; empty when it is not restricted. */
    public Optional<Set<AreaRef>> granted(Grants grants) {
        return grants.areas()
                .map(codes -> codes.stream()
                        .flatMap(code -> areas.withBelow(code, Optional.empty()).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Set<AreaRef> withBelow(String area) {
        int at = area.indexOf('@');
        String code = at < 0 ? area : area.substring(0, at);
        if (areas.spans(code).isEmpty()) {
            throw bad(
                    "area",
                    "Không có đơn vị hành chính nào mang mã «" + shown(code) + "».",
                    "No administrative unit ever had the code \"" + shown(code) + "\".");
        }
        if (at < 0) {
            return areas.withBelow(code, Optional.empty());
        }
        LocalDate day = date(area.substring(at + 1));
        try {
            areas.require(code, day);
        } catch (FaultException e) {
            throw new ScopeRefusal(
                    ScopeRefusal.Kind.BAD_PARAMETER, "area", e.fault().message());
        }
        return areas.withBelow(code, Optional.of(day));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw bad("area", "area: ngày phải có dạng 2026-01-31.", "area: write the date as 2026-01-31.");
        }
    }

    private static ScopeRefusal forbidden(String parameter, String vi, String en) {
        return new ScopeRefusal(ScopeRefusal.Kind.FORBIDDEN, parameter, Text.of(vi, en));
    }

    private static ScopeRefusal bad(String parameter, String vi, String en) {
        return new ScopeRefusal(ScopeRefusal.Kind.BAD_PARAMETER, parameter, Text.of(vi, en));
    }

    /** What somebody sent, as it can be shown in a sentence. */
    private static String shown(String sent) {
        return sent.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
