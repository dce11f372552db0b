package org.iochub.shadow.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iochub.core.difference.FieldChange;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.ShadowDifference.Field;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.text.FreeTextMask;

/**
 * What two versions say about one message, record by record: by identity, and refusals by where they stand. The order of
 * records within a message does not count, except that of changes to the same record.
 */
final class Comparison {
    /** @param same records and refusals that are equal */
    record Result(long same, List<Found> found) {}

    private static final Text UNQUOTED = Text.of(
            "Lý do có nhắc đến dữ liệu cá nhân nên không hiển thị ở đây.",
            "The reason is about personal data and is not shown here.");

    /** Of one record. */
    private static final int MOST_FIELDS = 50;

    private final boolean sensitive;
    private final List<Found> found = new ArrayList<>();
    private long same;

    private Comparison(boolean sensitive) {
        this.sensitive = sensitive;
    }

    static Result of(List<Item> old, List<Item> next, boolean sensitive) {
        Comparison comparison = new Comparison(sensitive);
        comparison.compare(old, next);
        return new Result(comparison.same, comparison.found);
    }

    private void compare(List<Item> old, List<Item> next) {
        Map<String, Item> nextByKey = new LinkedHashMap<>();
        next.stream().filter(item -> !item.refused()).forEach(item -> nextByKey.put(item.key(), item));
        List<Item> oldAlone = new ArrayList<>();
        for (Item item : old) {
            if (!item.refused()) {
                Optional.ofNullable(nextByKey.remove(item.key()))
                        .ifPresentOrElse(other -> both(item, other), () -> oldAlone.add(item));
            }
        }
        List<Item> nextAlone = List.copyOf(nextByKey.values());
        Map<String, Deque<Item>> nextRefused = byPosition(next.stream().filter(Item::refused));
        List<Item> oldRefused = new ArrayList<>();
        for (Item item : old) {
            if (item.refused()) {
                Optional.ofNullable(nextRefused.get(item.position()))
                        .map(Deque::pollFirst)
                        .ifPresentOrElse(other -> bothRefused(item, other), () -> oldRefused.add(item));
            }
        }
        alone(nextAlone, DifferenceKind.ONLY_NEW, oldRefused, DifferenceKind.REFUSED_OLD);
        List<Item> refusedAgain =
                nextRefused.values().stream().flatMap(Deque::stream).toList();
        alone(oldAlone, DifferenceKind.ONLY_OLD, refusedAgain, DifferenceKind.REFUSED_NEW);
    }

    /** What one version makes of a place that the other refuses is one difference, not two. */
    private void alone(List<Item> items, DifferenceKind only, List<Item> refusals, DifferenceKind refused) {
        Map<String, Deque<Item>> there =
                byPosition(items.stream().filter(item -> !item.position().isEmpty()));
        Set<String> told = new HashSet<>();
        for (Item refusal : refusals) {
            Optional<Item> other =
                    Optional.ofNullable(there.get(refusal.position())).map(Deque::peekFirst);
            told.add(refusal.position());
            found.add(new Found(
                    refused,
                    other.map(Item::type).orElse(refusal.type()),
                    other.map(Item::record).orElse(""),
                    refusal.position(),
                    List.of(),
                    refusal.refusal().map(this::told)));
        }
        for (Item item : items) {
            if (item.position().isEmpty() || !told.contains(item.position())) {
                found.add(new Found(only, item.type(), item.record(), item.position(), List.of(), Optional.empty()));
            }
        }
    }

    private static Map<String, Deque<Item>> byPosition(Stream<Item> items) {
        Map<String, Deque<Item>> there = new LinkedHashMap<>();
        items.forEach(item ->
                there.computeIfAbsent(item.position(), p -> new ArrayDeque<>()).add(item));
        return there;
    }

    private void both(Item old, Item next) {
        List<Field> fields = fields(old, next);
        if (fields.isEmpty()) {
            same++;
        } else {
            found.add(new Found(
                    DifferenceKind.CHANGED, next.type(), next.record(), next.position(), fields, Optional.empty()));
        }
    }

    private List<Field> fields(Item old, Item next) {
        List<Field> fields = new ArrayList<>();
        if (old.written().isPresent() && next.written().isPresent()) {
            Item.Written before = old.written().get();
            before.comparison().compare(before.content(), next.written().get().content()).stream()
                    .limit(MOST_FIELDS)
                    .map(this::field)
                    .forEach(fields::add);
        }
        Set<String> beside = new TreeSet<>(old.beside().keySet());
        beside.addAll(next.beside().keySet());
        for (String name : beside) {
            Optional<String> before = Optional.ofNullable(old.beside().get(name));
            Optional<String> after = Optional.ofNullable(next.beside().get(name));
            if (!before.equals(after)) {
                fields.add(new Field(name, "", before, after, false));
            }
        }
        return fields;
    }

    /** Of a sensitive source no value is shown, whatever it is. */
    private Field field(FieldChange change) {
        return sensitive
                ? new Field(change.field(), change.place(), Optional.empty(), Optional.empty(), true)
                : new Field(change.field(), change.place(), change.before(), change.after(), change.personal());
    }

    /** Both refuse it: for one reason, or for another. */
    private void bothRefused(Item old, Item next) {
        Fault before = old.refusal().orElseThrow();
        Fault after = next.refusal().orElseThrow();
        if (before.code().equals(after.code()) && before.where().equals(after.where())) {
            same++;
        } else {
            Field reason = new Field("@reason", "", Optional.of(brief(before)), Optional.of(brief(after)), false);
            found.add(new Found(
                    DifferenceKind.CHANGED,
                    next.type(),
                    "",
                    next.position(),
                    List.of(reason),
                    Optional.of(told(after))));
        }
    }

    private static String brief(Fault fault) {
        return fault.code() + (fault.where().isEmpty() ? "" : " " + fault.where());
    }

    /** Sentences may quote what a person wrote. */
    private Fault told(Fault fault) {
        if (sensitive || PersonalNames.has(fault.where())) {
            return new Fault(fault.code(), FreeTextMask.mask(fault.where()), UNQUOTED);
        }
        Text message = fault.message();
        return new Fault(
                fault.code(),
                FreeTextMask.mask(fault.where()),
                Text.of(FreeTextMask.mask(message.vi()), FreeTextMask.mask(message.en())));
    }
}
