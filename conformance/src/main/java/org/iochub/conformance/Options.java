package org.iochub.conformance;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.iochub.core.settings.Nearest;

/** What {@code ./hub check} was told. */
record Options(
        Optional<Path> path,
        boolean json,
        Optional<Path> report,
        boolean accept,
        boolean catalogue,
        Optional<String> language,
        Optional<Path> areas) {
    private static final List<String> ALL =
            List.of("--json", "--report", "--accept", "--catalogue", "--lang", "--areas");

    static Options parse(List<String> arguments) {
        ArrayDeque<String> left = new ArrayDeque<>(arguments);
        Optional<Path> path = Optional.empty();
        Optional<Path> report = Optional.empty();
        Optional<String> language = Optional.empty();
        Optional<Path> areas = Optional.empty();
        boolean json = false;
        boolean accept = false;
        boolean catalogue = false;
        while (!left.isEmpty()) {
            String one = left.poll();
            switch (one) {
                case "--json" -> json = true;
                case "--accept" -> accept = true;
                case "--catalogue" -> catalogue = true;
                case "--report" -> report = Optional.of(Path.of(value(one, left)));
                case "--areas" -> areas = Optional.of(Path.of(value(one, left)));
                case "--lang" -> language = Optional.of(language(value(one, left)));
                default -> {
                    if (one.startsWith("-") || path.isPresent()) {
                        throw unknown(one);
                    }
                    path = Optional.of(Path.of(one));
                }
            }
        }
        if (path.isEmpty() && !catalogue) {
            throw Usage.of(
                    "Hãy cho biết tệp .yaml, tệp .jar hay thư mục của bộ kết nối: ./hub check PATH",
                    "Name the .yaml file, the .jar file or the folder of an adapter: ./hub check PATH");
        }
        return new Options(path, json, report, accept, catalogue, language, areas);
    }

    private static String value(String option, ArrayDeque<String> left) {
        if (left.isEmpty()) {
            throw Usage.of("Thiếu giá trị sau " + option + ".", "There is no value behind " + option + ".");
        }
        return left.poll();
    }

    private static String language(String text) {
        if (!text.equals("vi") && !text.equals("en")) {
            throw Usage.of("--lang là vi hoặc en.", "--lang is vi or en.");
        }
        return text;
    }

    private static Usage unknown(String one) {
        String nearest = Nearest.of(one, ALL).orElse(String.join(", ", ALL));
        return Usage.of(
                "Không hiểu «" + one + "»; có lẽ là " + nearest + ".",
                "\"" + one + "\" is not understood; perhaps " + nearest + " is meant.");
    }
}
