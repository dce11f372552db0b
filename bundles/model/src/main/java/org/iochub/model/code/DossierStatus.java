package org.iochub.model.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** The national list of dossier states, 1 to 10. Local lists differ and are mapped per source, never by number. */
public enum DossierStatus implements CodeList {
    REGISTERED(1, "Mới đăng ký", "Newly registered"),
    ACCEPTED(2, "Được tiếp nhận", "Accepted"),
    NOT_ACCEPTED(3, "Không được tiếp nhận", "Not accepted"),
    IN_PROCESS(4, "Đang xử lý", "In process"),
    SUPPLEMENT_REQUESTED(5, "Yêu cầu bổ sung giấy tờ", "Supplement requested"),
    PAYMENT_REQUESTED(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested"),
    WITHDRAWN(7, "Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen"),
    STOPPED(8, "Dừng xử lý", "Stopped"),
    FINISHED(9, "Đã xử lý xong", "Finished"),
    RETURNED(10, "Đã trả kết quả", "Result returned");

    private final int number;
    private final Text title;

    DossierStatus(int number, String vi, String en) {
        this.number = number;
        this.title = Text.of(vi, en);
    }

    @JsonValue
    public int number() {
        return number;
    }

    @Override
    public String code() {
        return Integer.toString(number);
    }

    @Override
    public Text title() {
        return title;
    }

    /**
     * @throws FaultException {@code unknown-code} for a number outside the list
     */
    @JsonCreator
    public static DossierStatus of(int number) {
        if (number < 1 || number > 10) {
            throw FaultException.of(
                    "unknown-code",
                    "status",
                    "Trạng thái hồ sơ «" + number + "» không có trong danh mục quốc gia (1 đến 10).",
                    "Dossier status " + number + " is not in the national list (1 to 10).");
        }
        return values()[number - 1];
    }
}
