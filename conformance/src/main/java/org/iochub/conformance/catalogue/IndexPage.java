package org.iochub.conformance.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iochub.api.AdapterDescriptor;
import org.iochub.conformance.adapter.Kind;
import org.iochub.conformance.adapter.Subject;
import org.iochub.model.RecordType;
import org.iochub.model.record.RecordTypes;

/** Every adapter in a line, then every record type. */
final class IndexPage {
    private record Line(String id, AdapterDescriptor<?> descriptor, Kind kind) {}

    private final List<Line> lines = new ArrayList<>();

    void add(Subject subject) {
        lines.add(new Line(subject.id(), subject.adapter().descriptor(), subject.kind()));
    }

    String text() {
        Markdown page = new Markdown();
        page.line("# Danh mục nguồn / Catalogue of sources").line("");
        page.line("<!-- Made by ./hub check --catalogue; do not edit. -->").line("");
        page.line(
                "Trang này và các trang con được sinh từ bản mô tả của các bộ kết nối. / *This page and those below are"
                        + " made of the adapters' descriptors.*");
        page.heading("Bộ kết nối", "Adapters");
        page.head(
                "mã / id",
                "tên / title",
                "lĩnh vực / sector",
                "bản ghi / records",
                "giao thức / transport",
                "dạng / kind");
        for (Line line : lines) {
            AdapterDescriptor<?> descriptor = line.descriptor();
            page.row(
                    "[" + line.id() + "](" + line.id() + ".md)",
                    Markdown.both(descriptor.title()),
                    Markdown.both(descriptor.sector().title()),
                    types(descriptor),
                    Markdown.tick(descriptor.transport().code()),
                    line.kind() == Kind.YAML ? "YAML" : "Java");
        }
        page.heading("Loại bản ghi", "Record types");
        page.head("loại / type", "tên / title", "mô tả / description", "định danh / identity", "thời điểm / time");
        for (RecordType<?> type : RecordTypes.builtIn()) {
            page.row(
                    Markdown.tick(type.name()),
                    Markdown.both(type.title()),
                    Markdown.both(type.description()),
                    type.identityFields().stream().map(Markdown::tick).collect(Collectors.joining(", ")),
                    Markdown.tick(type.timeField()));
        }
        return page.toString();
    }

    private static String types(AdapterDescriptor<?> descriptor) {
        return descriptor.recordTypes().stream()
                .map(type -> Markdown.tick(type.name()))
                .collect(Collectors.joining(", "));
    }
}
