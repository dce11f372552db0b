package org.iochub.declarative.internal.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;

/**
 * Goes through a workbook's parts before the library does: what is forbidden, malformed or too large stops here, and
 * what the library does not tell, merged cells, is found.
 */
final class XlsxParts {
    /** Held in memory as a whole. */
    private static final long SHARED_BYTES = 48L << 20;

    private static final long SHEET_BYTES = 512L << 20;
    private static final int MOST_MERGED = 20_000;

    /** What {@link #read} does at a start tag. */
    private interface AtElement {
        void take(XMLStreamReader reader);
    }

    private static final List<String> SHARED =
            List.of("sheet.main+xml", "macroEnabled.main+xml", "sharedStrings+xml", "styles+xml");

    private final ZipSpool zip;
    private final Map<String, String> sheets;

    private XlsxParts(ZipSpool zip, Map<String, String> sheets) {
        this.zip = zip;
        this.sheets = Map.copyOf(sheets);
    }

    /** Checks what every sheet stands on. */
    static XlsxParts check(ZipSpool zip) throws IOException {
        if (!zip.has("[Content_Types].xml")) {
            throw Workbooks.notOne();
        }
        Map<String, String> names = names(zip);
        Map<String, String> typeOf = new HashMap<>();
        read(zip, "[Content_Types].xml", SHARED_BYTES, reader -> {
            String name = reader.getAttributeValue(null, "PartName");
            String type = reader.getAttributeValue(null, "ContentType");
            if (name != null && type != null && SHARED.stream().anyMatch(type::endsWith)) {
                typeOf.put(actual(names, name), type);
            }
        });
        String workbook = typeOf.keySet().stream()
                .filter(name -> typeOf.get(name).endsWith("main+xml"))
                .findFirst()
                .orElseThrow(Workbooks::notOne);
        for (String part : typeOf.keySet()) {
            if (zip.has(part)) {
                read(zip, part, SHARED_BYTES, reader -> {});
            }
        }
        return new XlsxParts(zip, sheets(zip, names, workbook));
    }

    /** The archive's entries, which are found whatever their case. */
    private static Map<String, String> names(ZipSpool zip) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        zip.entries().forEach(entry -> names.put(entry.getName(), entry.getName()));
        return names;
    }

    private static String actual(Map<String, String> names, String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        return names.getOrDefault(name, name);
    }

    /** The part each sheet is in, by the id of its relationship. */
    private static Map<String, String> sheets(ZipSpool zip, Map<String, String> names, String workbook)
            throws IOException {
        String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
        Map<String, String> parts = new HashMap<>();
        read(zip, actual(names, relations), SHARED_BYTES, reader -> {
            String id = reader.getAttributeValue(null, "Id");
            String target = reader.getAttributeValue(null, "Target");
            if (id != null && target != null) {
                parts.put(id, actual(names, target.startsWith("/") ? target : folder + target));
            }
        });
        return parts;
    }

    /** Checks a sheet; the merged cells that begin at or above a row, in the order of the file. */
    List<MergedCells> merged(String sheetId, int lastRow) throws IOException {
        String part = Optional.ofNullable(sheets.get(sheetId)).orElseThrow(Workbooks::notOne);
        List<MergedCells> merged = new ArrayList<>();
        read(zip, part, SHEET_BYTES, reader -> {
            if (reader.getLocalName().equals("mergeCell") && merged.size() < MOST_MERGED) {
                Optional.ofNullable(reader.getAttributeValue(null, "ref"))
                        .flatMap(MergedCells::parse)
                        .filter(cells -> cells.firstRow() <= lastRow)
                        .ifPresent(merged::add);
            }
        });
        return merged;
    }

    private static void read(ZipSpool zip, String part, long maxBytes, AtElement at) throws IOException {
        try (InputStream in = zip.open(part)) {
            XMLStreamReader reader = SafeXml.reader(in, SafeXml.Limits.DEFAULT.withMaxBytes(maxBytes));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    at.take(reader);
                }
            }
        } catch (ZipException | EOFException e) {
            throw Faults.brokenArchive();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof ZipException) {
                throw Faults.brokenArchive();
            }
            throw new IOException(e);
        }
    }
}
