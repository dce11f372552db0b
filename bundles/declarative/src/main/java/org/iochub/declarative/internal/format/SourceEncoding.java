package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;
import org.iochub.model.text.LegacyEncoding;

/**
 * What the bytes of a text mean. The text is as the source wrote it: mending it is the mapping's business. Immutable.
 */
final class SourceEncoding {
    private final String name;
    private final Charset charset;
    private final Optional<LegacyEncoding> legacy;

    private SourceEncoding(String name, Charset charset, Optional<LegacyEncoding> legacy) {
        this.name = name;
        this.charset = charset;
        this.legacy = legacy;
    }

    /** The option {@code encoding}, UTF-8 without it. */
    static SourceEncoding compile(Options options) {
        String name = options.text("encoding", "utf-8").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "utf-8" -> plain(name, StandardCharsets.UTF_8);
            case "utf-16" -> plain(name, StandardCharsets.UTF_16);
            case "windows-1258", "windows-1252" -> plain(name, Charset.forName(name));
            case "tcvn3" -> new SourceEncoding(name, StandardCharsets.ISO_8859_1, Optional.of(LegacyEncoding.TCVN3));
            case "vni" -> new SourceEncoding(name, Charset.forName("windows-1252"), Optional.of(LegacyEncoding.VNI));
            default -> {
                options.wrong(
                        "encoding",
                        "Không có bảng mã «" + name
                                + "»; hãy chọn utf-8, utf-16, windows-1258, windows-1252, tcvn3 hoặc vni.",
                        "There is no encoding «" + name
                                + "»; choose utf-8, utf-16, windows-1258, windows-1252, tcvn3 or vni.");
                yield plain("utf-8", StandardCharsets.UTF_8);
            }
        };
    }

    private static SourceEncoding plain(String name, Charset charset) {
        return new SourceEncoding(name, charset, Optional.empty());
    }

    /**
     * A message whose line ends are single bytes: itself, or a view of a UTF-16 one in UTF-8. What a byte order mark
     * says goes before what the file's author said.
     */
    Opened open(RawMessage message) throws IOException {
        try (InputStream in = message.open()) {
            Optional<Charset> marked = ByteOrderMark.skip(in).charset();
            Charset actual = marked.orElse(charset);
            if (!actual.name().startsWith("UTF-16")) {
                return new Opened(message, marked.isPresent() ? plain("utf-8", actual) : this);
            }
            return new Opened(new Utf8View(message, actual), plain("utf-8", StandardCharsets.UTF_8));
        }
    }

    /** A message and how its bytes are to be read. */
    record Opened(RawMessage message, SourceEncoding encoding) {}

    /** @throws FaultException {@code wrong-encoding} for bytes that are no text in it */
    String decode(byte[] bytes) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return legacy.isPresent() ? legacy.get().decode(text).orElseThrow(this::wrong) : text;
        } catch (CharacterCodingException e) {
            throw wrong();
        }
    }

    private FaultException wrong() {
        return FaultException.of(
                "wrong-encoding",
                "",
                "Chỗ này có byte không thuộc bảng mã " + name
                        + "; hãy khai báo đúng encoding hoặc xuất lại bằng UTF-8.",
                "There are bytes here that are no " + name + " text; declare the right encoding or export as UTF-8.");
    }
}
