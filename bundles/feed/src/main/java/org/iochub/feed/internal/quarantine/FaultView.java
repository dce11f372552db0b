package org.iochub.feed.internal.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.schema.JsonSchemas;
import org.iochub.model.text.FreeTextMask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Faults for readers: their sentences may quote what a person wrote. */
@Component(service = FaultView.class)
public final class FaultView {
    private static final Text UNQUOTED = Text.of(
            "Giá trị của trường dữ liệu cá nhân này không được chấp nhận; nội dung không hiển thị cho khóa này.",
            "The value of this personal field was refused; this key may not see what it was.");

    private final RecordTypeRegistry types;

    @Activate
    public FaultView(@Reference RecordTypeRegistry types) {
        this.types = types;
    }

    public Map<String, Object> of(Fault fault, Optional<String> type, PersonalLevel level) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", fault.code());
        document.put("where", level == PersonalLevel.FULL ? fault.where() : FreeTextMask.mask(fault.where()));
        document.put("message", Json.text(message(fault, type, level)));
        return document;
    }

    private Text message(Fault fault, Optional<String> type, PersonalLevel level) {
        return switch (level) {
            case FULL -> fault.message();
            case MASKED -> masked(fault.message());
            case NONE -> isPersonal(fault.where(), type) ? UNQUOTED : masked(fault.message());
        };
    }

    private static Text masked(Text text) {
        return Text.of(FreeTextMask.mask(text.vi()), FreeTextMask.mask(text.en()));
    }

    /** By the first name of the path, {@code location} in {@code location.longitude}. */
    private boolean isPersonal(String where, Optional<String> type) {
        String field = where.split("[.\\[]", 2)[0];
        return type.flatMap(types::get)
                .map(known -> {
                    JsonNode personal = JsonSchemas.of(known, "urn:fields")
                            .path("properties")
                            .path(field)
                            .path("x-iochub-personal");
                    return personal.isTextual() && !personal.asText().equals("none");
                })
                .orElse(false);
    }
}
