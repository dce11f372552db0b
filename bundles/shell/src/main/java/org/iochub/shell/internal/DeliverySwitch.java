package org.iochub.shell.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.support.CommandException;

/** What can be done to one delivery, as the options of a command say; at most one thing at a time. */
record DeliverySwitch(
        Optional<String> pause, Optional<String> resume, Optional<String> rewind, Optional<String> after) {
    static DeliverySwitch of(String pause, String resume, String rewind, String after) throws CommandException {
        DeliverySwitch wanted = new DeliverySwitch(
                Optional.ofNullable(pause),
                Optional.ofNullable(resume),
                Optional.ofNullable(rewind),
                Optional.ofNullable(after));
        if (wanted.named().size() > 1) {
            throw HubCommand.failure(
                    "Chọn một trong --pause, --resume, --rewind.", "Choose one of --pause, --resume, --rewind.");
        }
        if (wanted.rewind().isPresent() != wanted.after().isPresent()) {
            throw HubCommand.failure(
                    "--rewind cần --after: một con trỏ, oldest hoặc newest.",
                    "--rewind goes with --after: a cursor, oldest or newest.");
        }
        return wanted;
    }

    /** What is wanted, and of which. */
    Map<String, String> named() {
        Map<String, String> named = new TreeMap<>();
        pause.ifPresent(id -> named.put("pause", id));
        resume.ifPresent(id -> named.put("resume", id));
        rewind.ifPresent(id -> named.put("rewind", id));
        return named;
    }
}
