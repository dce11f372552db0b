package org.iochub.api.read;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Says to people why a source could not be read, for {@link org.iochub.api.Source#waiting(Text)}. Never repeats what an
 * exception says: that may hold an address with a key in it.
 */
public final class Trouble {
    private Trouble() {}

    public static Text of(Throwable trouble) {
        if (trouble instanceof FaultException fault) {
            return fault.fault().message();
        }
        if (trouble instanceof UnknownHostException) {
            return Text.of(
                    "Không tìm thấy tên máy chủ của nguồn; hãy kiểm tra địa chỉ và DNS.",
                    "The name of the source's server is not known; check the address and DNS.");
        }
        if (trouble instanceof SocketTimeoutException) {
            return Text.of(
                    "Nguồn không trả lời trong thời gian chờ; sẽ thử lại ở chu kỳ sau.",
                    "The source did not answer in time; the next period tries again.");
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return Text.of(
                    "Không kết nối được tới nguồn; hãy kiểm tra máy chủ nguồn và đường truyền.",
                    "The source cannot be connected to; check its server and the network.");
        }
        if (trouble instanceof SSLException) {
            return Text.of(
                    "Không lập được kết nối TLS tới nguồn; hãy kiểm tra chứng thư của nguồn.",
                    "No TLS connection to the source could be made; check its certificate.");
        }
        if (trouble instanceof IOException) {
            return Text.of(
                    "Kết nối tới nguồn bị ngắt giữa chừng; sẽ thử lại ở chu kỳ sau.",
                    "The connection to the source broke off; the next period tries again.");
        }
        String kind = trouble == null ? "" : " (" + trouble.getClass().getSimpleName() + ")";
        return Text.of(
                "Không đọc được nguồn" + kind + "; hãy xem nhật ký của hub.",
                "The source could not be read" + kind + "; see the hub's log.");
    }

    /** An HTTP status that is no success, as the fault {@code http-status}. */
    public static FaultException status(int status) {
        return FaultException.of(
                "http-status",
                Integer.toString(status),
                "Nguồn trả lời HTTP " + status + "; " + adviceVi(status),
                "The source answered HTTP " + status + "; " + adviceEn(status));
    }

    private static String adviceVi(int status) {
        return switch (status) {
            case 401, 403 -> "hãy kiểm tra khóa truy cập.";
            case 404, 410 -> "hãy kiểm tra địa chỉ trong cấu hình.";
            case 429 -> "hãy kéo dài chu kỳ hỏi.";
            default ->
                status >= 500
                        ? "hãy báo đơn vị vận hành nguồn nếu kéo dài."
                        : "hãy kiểm tra địa chỉ và tham số trong cấu hình.";
        };
    }

    private static String adviceEn(int status) {
        return switch (status) {
            case 401, 403 -> "check the key.";
            case 404, 410 -> "check the address in the settings.";
            case 429 -> "ask less often.";
            default ->
                status >= 500
                        ? "tell those who run it if it goes on."
                        : "check the address and the parameters in the settings.";
        };
    }
}
