package org.iochub.core.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which elements of two lists belong together: first those that are equal, then those of equal keys, then what is left
 * in its order. So an element put in front does not make all others differ.
 */
final class Pairing {
    private static final int NONE = -1;

    /** Places in the list before and after; -1 where there is none. */
    record Pair(int before, int after) {
        boolean isGone() {
            return after == NONE;
        }

        boolean isNew() {
            return before == NONE;
        }
    }

    private Pairing() {}

    /** The pairs that are not equal; none when the lists have the same elements, in whatever order. */
    static List<Pair> unequal(JsonNode before, JsonNode after, List<String> key) {
        Set<Integer> lefts = all(before.size());
        Set<Integer> rights = all(after.size());
        match(before, after, lefts, rights, node -> node);
        List<Pair> pairs = new ArrayList<>();
        if (!key.isEmpty()) {
            pairs.addAll(match(
                    before,
                    after,
                    lefts,
                    rights,
                    node -> key.stream().map(node::get).toList()));
        }
        Deque<Integer> left = inOrder(lefts);
        Deque<Integer> right = inOrder(rights);
        // With keys, what is left on both sides has different ones: they are different elements.
        while (key.isEmpty() && !left.isEmpty() && !right.isEmpty()) {
            pairs.add(new Pair(left.removeFirst(), right.removeFirst()));
        }
        left.forEach(gone -> pairs.add(new Pair(gone, NONE)));
        right.forEach(fresh -> pairs.add(new Pair(NONE, fresh)));
        return pairs;
    }

    private static List<Pair> match(
            JsonNode before, JsonNode after, Set<Integer> lefts, Set<Integer> rights, Function<JsonNode, Object> by) {
        Map<Object, Deque<Integer>> waiting = new HashMap<>();
        for (int right : inOrder(rights)) {
            waiting.computeIfAbsent(by.apply(after.get(right)), k -> new ArrayDeque<>())
                    .add(right);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int left : inOrder(lefts)) {
            Deque<Integer> same = waiting.get(by.apply(before.get(left)));
            if (same != null && !same.isEmpty()) {
                int right = same.removeFirst();
                lefts.remove(left);
                rights.remove(right);
                pairs.add(new Pair(left, right));
            }
        }
        return pairs;
    }

    private static Set<Integer> all(int size) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < size; i++) {
            places.add(i);
        }
        return places;
    }

    private static Deque<Integer> inOrder(Set<Integer> places) {
        return new ArrayDeque<>(places.stream().sorted().toList());
    }
}
