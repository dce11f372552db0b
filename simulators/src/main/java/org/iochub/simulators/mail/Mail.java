package org.iochub.simulators.mail;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * A mail with one attachment.
 *
 * @param number that no other mail of the server has
 * @param content of the attachment, not copied
 */
record Mail(String from, long number, OffsetDateTime sent, String subject, String file, byte[] content) {
    private static final String BOUNDARY = "=_mo_phong";

    /** As it goes over the wire. */
    String text() {
        return "From: " + word("Phòng Kế hoạch (mô phỏng)") + " <" + from + ">\r\n"
                + "Message-ID: <" + number + ".mo-phong@example.vn>\r\n"
                + "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(sent) + "\r\n"
                + "Subject: " + word(subject) + "\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n"
                + "--" + BOUNDARY
                + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64("Kính gửi số liệu tháng.".getBytes(StandardCharsets.UTF_8)) + "\r\n"
                + "--" + BOUNDARY + "\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"" + file + "\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(content) + "\r\n--" + BOUNDARY + "--\r\n";
    }

    /** As headers write Vietnamese. */
    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
