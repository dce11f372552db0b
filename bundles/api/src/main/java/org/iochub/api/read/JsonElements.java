package org.iochub.api.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;

/** Parses one element at a time. */
final class JsonElements {
    private final JsonLimits limits;
    private final ObjectReader reader;

    JsonElements(JsonLimits limits) {
        this.limits = limits;
        this.reader = JsonMapper.builder(limits.factory())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // 12.50 stays 12.50: a double would already have rounded what the source said.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readerFor(JsonNode.class);
    }

    JsonItem parse(String position, byte[] bytes) {
        RawPart raw = RawPart.of(position, bytes);
        try {
            JsonNode node = reader.readTree(bytes);
            return new JsonItem.Element(node, raw);
        } catch (StreamConstraintsException e) {
            return new JsonItem.Broken(
                    Fault.of(
                            "over-limit",
                            position,
                            "Phần tử lồng quá " + limits.depth() + " cấp hoặc có chuỗi dài quá " + limits.stringLength()
                                    + " ký tự; hãy sửa ở nguồn rồi gửi lại.",
                            "The element nests deeper than " + limits.depth() + " levels or holds a text longer than "
                                    + limits.stringLength() + " characters; mend it at the source and send it again."),
                    raw);
        } catch (CharConversionException e) {
            return new JsonItem.Broken(JsonRecords.notUtf8(position), raw);
        } catch (JacksonException e) {
            return new JsonItem.Broken(JsonRecords.unreadable(position, e), raw);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    JsonItem tooLarge(RawPart raw, String position, long length) {
        return new JsonItem.Broken(
                Fault.of(
                        "over-limit",
                        position,
                        "Phần tử dài " + length + " byte, quá giới hạn " + limits.elementBytes()
                                + " byte; hãy chia nhỏ ở nguồn.",
                        "The element has " + length + " bytes, over the limit of " + limits.elementBytes()
                                + "; make it smaller at the source."),
                raw);
    }
}
