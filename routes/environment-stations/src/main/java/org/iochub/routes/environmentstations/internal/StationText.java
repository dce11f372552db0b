package org.iochub.routes.environmentstations.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.text.VietnameseText;

/** Text of loggers: UTF-8, or bytes of a legacy encoding. */
final class StationText {
    /** Changes that nobody needs to hear about. */
    private static final Set<VietnameseText.Step> HARMLESS =
            Set.of(VietnameseText.Step.NFC_COMPOSED, VietnameseText.Step.INVISIBLE_REMOVED);

    private StationText() {}

    /** UTF-8 where the bytes are that; else a character a byte, as the legacy encodings have it. */
    static String decode(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(line, StandardCharsets.ISO_8859_1);
        }
    }

    /** A token in Unicode and NFC; {@code notes} hear of a repair. */
    static String clean(String token, String where, List<Fault> notes) {
        VietnameseText.Result result = VietnameseText.clean(token);
        if (result instanceof VietnameseText.Result.Refused refused) {
            throw new FaultException(refused.fault().within(where));
        }
        VietnameseText.Result.Clean clean = (VietnameseText.Result.Clean) result;
        if (!HARMLESS.containsAll(clean.steps())) {
            notes.add(Fault.of(
                    "text-repaired",
                    where,
                    "Chữ ở bảng mã cũ hoặc bị hỏng đã được đổi thành «" + clean.text()
                            + "»; nên đặt trạm gửi bằng UTF-8.",
                    "Text in a legacy or broken encoding was turned into «" + clean.text()
                            + "»; set the station to send UTF-8."));
        }
        return clean.text();
    }
}
