package org.iochub.delivery.internal.webhook;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.iochub.delivery.internal.http.Reply;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Says what went wrong with a receiver, and how to mend it. */
final class Sentences {
    private Sentences() {}

    static Text of(Reply reply) {
        int status = reply.status();
        if (status >= 300 && status < 400) {
            return Text.of(
                    "Nơi nhận trả lời " + status
                            + " và chuyển sang địa chỉ khác; hub không đi theo, hãy ghi thẳng địa chỉ đúng.",
                    "The receiver answered " + status
                            + ", a redirect, which is not followed; give the right address itself.");
        }
        if (status == 401 || status == 403) {
            return Text.of(
                    "Nơi nhận trả lời " + status
                            + "; hãy kiểm tra chữ ký bằng đúng bí mật whsec_ và không đòi đăng nhập.",
                    "The receiver answered " + status
                            + "; have it check signatures with the right whsec_ secret and ask for" + " no login.");
        }
        if (status == 413) {
            return Text.of(
                    "Nơi nhận trả lời 413; hãy giảm batch của đăng ký.",
                    "The receiver answered 413; make the subscription's batch smaller.");
        }
        return Text.of(
                "Nơi nhận trả lời " + status + "; chỉ 2xx là đã nhận, hub sẽ gửi lại.",
                "The receiver answered " + status + "; only 2xx acknowledges, the batch will be sent again.");
    }

    static Text of(Throwable trouble) {
        Throwable cause = cause(trouble);
        if (cause instanceof FaultException fault) {
            return fault.fault().message();
        }
        if (cause instanceof TimeoutException
                || cause instanceof SocketTimeoutException && !(cause instanceof ConnectTimeoutException)) {
            return Text.of(
                    "Nơi nhận không trả lời kịp; hãy trả lời 2xx ngay khi đã lưu, rồi mới xử lý.",
                    "The receiver did not answer in time; let it answer 2xx as soon as it has stored the batch, and work"
                            + " afterwards.");
        }
        if (cause instanceof SSLException) {
            return Text.of(
                    "Kết nối TLS tới nơi nhận không thành; hãy kiểm tra chứng thư của nơi nhận (tên, hạn, nơi cấp; nơi cấp"
                            + " nội bộ thì khai báo bằng ca trong org.iochub.delivery.cfg).",
                    "No TLS connection to the receiver came about; check its certificate (name, expiry, issuer; an internal"
                            + " issuer is named by ca in org.iochub.delivery.cfg).");
        }
        if (cause instanceof ConnectException || cause instanceof ConnectTimeoutException) {
            return Text.of(
                    "Không kết nối được tới nơi nhận; hãy kiểm tra máy chủ và tường lửa.",
                    "The receiver cannot be reached; check the server and the firewalls on the way.");
        }
        return Text.of(
                "Kết nối tới nơi nhận bị ngắt; hub sẽ gửi lại.",
                "The connection to the receiver broke off; the batch will be sent again.");
    }

    static Throwable cause(Throwable trouble) {
        Throwable cause = trouble;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    static Text gone() {
        return Text.of(
                "Nơi nhận trả lời 410: không nhận nữa. Muốn nhận lại thì resume.",
                "The receiver answered 410: it wants nothing more. Resume the subscription to ask it again.");
    }

    static Text keyGone(String owner) {
        return Text.of(
                "Khóa " + owner + " đã bị thu hồi, hết hạn hoặc không còn quyền đọc; hãy chuyển đăng ký cho khóa khác"
                        + " (owner) rồi resume.",
                "The key " + owner
                        + " was revoked, has expired or may read no more; give the subscription to another key"
                        + " (owner) and resume it.");
    }

    static Text cursorGone() {
        return Text.of(
                "Phần nhật ký chưa gửi không còn được giữ; hãy đọc lại trạng thái hiện tại ở /api/v1/records rồi rewind tới"
                        + " con trỏ của nó.",
                "What was not delivered yet is no longer kept; read the current state at /api/v1/records again and rewind to"
                        + " its cursor.");
    }

    static Text restored() {
        return Text.of(
                "Hub đã được khôi phục từ bản sao lưu sau lần gửi trước; hãy đọc lại trạng thái hiện tại ở /api/v1/records"
                        + " rồi rewind tới con trỏ của nó.",
                "The hub was restored from a backup after the last delivery; read the current state at /api/v1/records again"
                        + " and rewind to its cursor.");
    }

    static Text secretLost() {
        return Text.of(
                "Bí mật của chữ ký không còn đọc được (tệp keys/delivery.key đã đổi); hãy tạo bí mật mới rồi resume.",
                "The secret of the signatures can no longer be read (the file keys/delivery.key has changed); make a new one"
                        + " and resume.");
    }

    static Text notGranted(String origin) {
        return Text.of(
                "Nơi nhận chưa đồng ý: hãy trả lời OPTIONS với WebHook-Allowed-Origin: " + origin
                        + " (hoặc *) và WebHook-Allowed-Rate, hoặc mở liên kết trong WebHook-Request-Callback.",
                "The receiver has not agreed: let it answer OPTIONS with WebHook-Allowed-Origin: " + origin
                        + " (or *) and WebHook-Allowed-Rate, or open the link of WebHook-Request-Callback.");
    }
}
