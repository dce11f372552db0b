package org.iochub.reports.internal.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.model.Text;
import org.iochub.reports.internal.page.Page.Row;
import org.iochub.reports.internal.page.Page.Section;

/** For machines: the same facts and tables. Pure. */
public final class JsonForm {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private JsonForm() {}

    /** @param head what stands before: id, authority, period */
    public static byte[] of(Map<String, Object> head, Page page) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>(head);
        document.put("title", text(page.title()));
        document.put(
                "facts",
                page.facts().stream()
                        .map(fact -> Map.of("name", text(fact.name()), "value", fact.value()))
                        .toList());
        List<Object> sections = new ArrayList<>();
        page.sections().forEach(section -> sections.add(section(section)));
        document.put("sections", sections);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", section.key());
        document.put("title", text(section.title()));
        document.put("columns", section.columns().stream().map(JsonForm::text).toList());
        List<Object> rows = new ArrayList<>();
        for (Row row : section.rows()) {
            rows.add(Map.of("marked", row.marked(), "cells", row.cells()));
        }
        document.put("rows", rows);
        return document;
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("vi", text.vi());
        both.put("en", text.en());
        return both;
    }
}
