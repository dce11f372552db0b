package org.iochub.shell.internal;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;

/** Karaf knows options before arguments only; people write them behind: {@code hub:source stations --json}. */
final class Words {
    private Words() {}

    /** Sets the options among the words. @return the other words */
    static List<String> read(HubCommand command, List<String> words) throws CommandException {
        List<String> others = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.startsWith("-") && word.length() > 1) {
                set(command, word, rest);
            } else {
                others.add(word);
            }
        }
        return others;
    }

    private static void set(HubCommand command, String name, Iterator<String> rest) throws CommandException {
        Field field = option(command.getClass(), name)
                .orElseThrow(() -> HubCommand.failure(
                        "Lệnh không có tùy chọn " + name + "; xem --help.",
                        "The command has no option " + name + "; see --help."));
        try {
            if (field.getType() == boolean.class) {
                field.setBoolean(command, true);
            } else if (!rest.hasNext()) {
                throw HubCommand.failure(
                        "Tùy chọn " + name + " thiếu giá trị.", "The option " + name + " lacks a value.");
            } else if (field.getType() == int.class) {
                field.setInt(command, number(name, rest.next()));
            } else {
                field.set(command, rest.next());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("options are visible within their package", e);
        }
    }

    private static int number(String name, String text) throws CommandException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw HubCommand.failure(
                    "Tùy chọn " + name + " cần một số, không phải «" + text + "».",
                    "The option " + name + " takes a number, not «" + text + "».");
        }
    }

    private static Optional<Field> option(Class<?> command, String name) {
        return Stream.<Class<?>>iterate(command, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(Option.class)
                        && field.getAnnotation(Option.class).name().equals(name))
                .findFirst();
    }
}
