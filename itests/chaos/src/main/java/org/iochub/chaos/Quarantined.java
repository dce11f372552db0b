package org.iochub.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.iochub.chaos.fault.Scene;

/** What is in quarantine: lines that were torn in the middle, and nothing else. */
final class Quarantined {
    private Quarantined() {}

    static List<String> check(Scene scene) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        JsonNode page = scene.hub().json("/api/v1/quarantine?limit=1000");
        for (JsonNode entry : page.path("entries")) {
            String source = entry.path("source").asText();
            boolean torn = entry.path("stage").asText().equals("normalize")
                    && (source.equals("chaos-file") || source.equals("chaos-ftp"));
            if (!torn) {
                wrong.add("in quarantine, and no torn line: " + entry);
            }
        }
        return wrong;
    }
}
