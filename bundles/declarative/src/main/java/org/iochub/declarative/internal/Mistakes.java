package org.iochub.declarative.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.settings.Nearest;
import org.iochub.declarative.internal.yaml.Place;
import org.iochub.declarative.internal.yaml.YamlFile;
import org.iochub.model.Text;

/** Everything wrong with one file, with its lines. One thread. */
public final class Mistakes implements Problems {
    private final YamlFile file;
    private final List<Mistake> found = new ArrayList<>();
    private final List<String> pointers = new ArrayList<>();

    public Mistakes(YamlFile file) {
        this.file = file;
    }

    @Override
    public void add(String pointer, Text text) {
        note(pointer, file.place(pointer), text);
    }

    @Override
    public void add(String pointer, int offset, Text text) {
        Place start = file.value(pointer).orElseGet(() -> file.place(pointer));
        note(pointer, new Place(start.line(), start.column() + offset), text);
    }

    private void note(String pointer, Place place, Text text) {
        Mistake mistake = new Mistake(place.line(), place.column(), KeyPath.of(pointer), text);
        if (!found.contains(mistake)) {
            found.add(mistake);
            pointers.add(pointer);
        }
    }

    /** Whether nothing is wrong there or below, so that it can be compiled without saying the same thing twice. */
    public boolean sound(String pointer) {
        return pointers.stream().noneMatch(bad -> bad.equals(pointer) || bad.startsWith(pointer + "/"));
    }

    /** In the order of the file. */
    public List<Mistake> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }

    /** «; có lẽ là x» when there is a valid word like it, else the valid words. */
    public static Text choices(String word, List<String> valid) {
        Optional<String> nearest = Nearest.of(word, valid);
        String all = String.join(", ", valid);
        return nearest.map(near -> Text.of("có lẽ là «" + near + "»", "perhaps «" + near + "» is meant"))
                .orElse(Text.of("hãy dùng một trong: " + all, "use one of: " + all));
    }
}
