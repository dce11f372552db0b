package org.iochub.declarative.internal.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads one YAML document: nothing but maps, lists, text, numbers and truth values, within bounds. */
public final class YamlReader {
    /** 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 50;

    /** @throws YamlException at the first thing that is no such YAML */
    public YamlFile read(byte[] bytes) throws YamlException {
        if (bytes.length > MAX_BYTES) {
            throw new YamlException(
                    Place.START,
                    "Tệp dài " + bytes.length + " byte, quá giới hạn " + MAX_BYTES + " byte; hãy bỏ bớt bảng tra.",
                    "The file has " + bytes.length + " bytes, over the limit of " + MAX_BYTES
                            + "; make its tables smaller.");
        }
        String text = decode(bytes);
        try {
            Node root = new Composer(
                            new ParserImpl(new StreamReader(new StringReader(text)), options()),
                            new Resolver(),
                            options())
                    .getSingleNode();
            return new YamlTree().read(Optional.ofNullable(root));
        } catch (MarkedYAMLException e) {
            throw new YamlException(
                    place(Optional.ofNullable(e.getProblemMark())),
                    "Sai cú pháp YAML (" + e.getProblem() + "); hãy kiểm tra thụt lề, dấu hai chấm và dấu nháy quanh"
                            + " chỗ này.",
                    "This is no YAML (" + e.getProblem() + "); check indentation, colons and quotes around here.");
        } catch (ReaderException e) {
            throw new YamlException(
                    at(text, e.getPosition()),
                    "Tệp có ký tự điều khiển không được phép trong YAML; hãy xóa nó.",
                    "The file holds a control character that YAML does not allow; delete it.");
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new YamlException(
                    Place.START,
                    "Tệp YAML vượt giới hạn (" + e.getMessage() + "); hãy làm nó đơn giản hơn.",
                    "The YAML is over a limit (" + e.getMessage() + "); make it simpler.");
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static String decode(byte[] bytes) throws YamlException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new YamlException(
                    Place.START,
                    "Tệp không phải UTF-8; hãy lưu lại bằng UTF-8.",
                    "The file is not UTF-8; save it as UTF-8.");
        }
    }

    static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
    }

    private static Place at(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }
}
