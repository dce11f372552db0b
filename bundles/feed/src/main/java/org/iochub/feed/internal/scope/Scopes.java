package org.iochub.feed.internal.scope;

import java.time.LocalDate;
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
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.representation.PersonalView;
import org.iochub.model.FaultException;
import org.iochub.model.RecordType;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Works out what a reader sees. */
@Component(service = Scopes.class)
public final class Scopes {
    public static final String ALL = "all";

    private final RecordTypeRegistry registry;
    private final Areas areas;
    private final PersonalView personalView;

    @Activate
    public Scopes(
            @Reference RecordTypeRegistry registry, @Reference Areas areas, @Reference PersonalView personalView) {
        this.registry = registry;
        this.areas = areas;
        this.personalView = personalView;
    }

    /** The scope of a reading of a type, or of {@code all}, with the filters of the query. */
    public Scope of(Caller caller, String type, Params params) {
        Map<String, RecordType<?>> types = types(caller, type, params.optionalInteger("major", 1, 9_999));
        FeedFilter filter = new FeedFilter(
                Optional.of(types.keySet()),
                asked(params.many("source")),
                tenants(caller.grants(), params.many("tenant")),
                areas(caller.grants(), params.many("area")),
                params.moment("since"));
        return new Scope(filter, types, caller.grants().personal(), personalView);
    }

    /** The scope for a version that was asked for by its record's id, in whatever major version it is. */
    public Scope any(Caller caller, LoggedRecord record) {
        Map<String, RecordType<?>> types = registry.get(record.type(), record.major())
                .<Map<String, RecordType<?>>>map(type -> Map.of(type.name(), type))
                .orElse(Map.of());
        FeedFilter filter = new FeedFilter(
                Optional.of(types.keySet()),
                Optional.empty(),
                caller.grants().tenants(),
                granted(caller.grants()),
                Optional.empty());
        return new Scope(filter, types, caller.grants().personal(), personalView);
    }

    /** Refuses a type that is not there or that the caller may not read. */
    public void require(Caller caller, String type) {
        types(caller, type, Optional.empty());
    }

    /** The type a reading is about; empty for {@code all}. */
    public Optional<RecordType<?>> single(Scope scope, String type) {
        return type.equals(ALL) ? Optional.empty() : Optional.of(scope.types().get(type));
    }

    private Map<String, RecordType<?>> types(Caller caller, String type, Optional<Integer> major) {
        Grants grants = caller.grants();
        if (!grants.read()) {
            throw Problems.forbidden("Khóa này không được đọc bản ghi.", "This key may not read records.");
        }
        Map<String, RecordType<?>> types = new LinkedHashMap<>();
        if (type.equals(ALL)) {
            registry.all().stream()
                    .filter(each -> grants.allowsType(each.name()))
                    .filter(each -> major.isEmpty() || each.major() == major.get())
                    .forEach(each -> types.merge(each.name(), each, Scopes::older));
            return types;
        }
        RecordType<?> oldest = registry.get(type).orElseThrow(() -> Problems.noSuchType(type));
        if (!grants.allowsType(type)) {
            throw Problems.forbidden(
                    "Khóa này không được đọc loại bản ghi «" + type + "».",
                    "This key may not read the record type \"" + type + "\".");
        }
        types.put(type, major.isPresent() ? inMajor(type, major.get()) : oldest);
        return types;
    }

    private RecordType<?> inMajor(String type, int major) {
        return registry.get(type, major)
                .orElseThrow(() -> Problems.badParameter(
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
                    throw Problems.forbidden(
                            "Khóa này không được đọc dữ liệu của cơ quan «" + Problems.shown(tenant) + "».",
                            "This key may not read data of the authority \"" + Problems.shown(tenant) + "\".");
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
            throw Problems.badParameter(
                    "area",
                    "Không có đơn vị hành chính nào mang mã «" + Problems.shown(code) + "».",
                    "No administrative unit ever had the code \"" + Problems.shown(code) + "\".");
        }
        if (at < 0) {
            return areas.withBelow(code, Optional.empty());
        }
        LocalDate day = Params.date("area", area.substring(at + 1));
        try {
            areas.require(code, day);
        } catch (FaultException e) {
            throw Problems.badParameter(
                    "area", e.fault().message().vi(), e.fault().message().en());
        }
        return areas.withBelow(code, Optional.of(day));
    }
}
