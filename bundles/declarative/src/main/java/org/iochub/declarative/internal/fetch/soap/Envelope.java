package org.iochub.declarative.internal.fetch.soap;

import com.fasterxml.jackson.databind.JsonNode;
import org.iochub.declarative.internal.fetch.http.Content;

/** The message around what an operation is told. */
final class Envelope {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PASSWORD_TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    private Envelope() {}

    /**
     * A template.
     *
     * @param security {@code wsSecurity} of the file, missing when there is none
     * @param body XML
     */
    static String of(Version version, JsonNode security, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + version.namespace() + "\">"
                + header(security) + "<soap:Body>" + body.strip() + "</soap:Body></soap:Envelope>";
    }

    private static String header(JsonNode security) {
        JsonNode token = security.path("usernameToken");
        if (token.isMissingNode()) {
            return "";
        }
        return "<soap:Header><wsse:Security xmlns:wsse=\"" + WSSE + "\" soap:mustUnderstand=\"1\"><wsse:UsernameToken>"
                + "<wsse:Username>" + Content.xml(token.path("user").asText())
                + "</wsse:Username><wsse:Password Type=\""
                + PASSWORD_TEXT + "\">" + Content.xml(token.path("password").asText())
                + "</wsse:Password></wsse:UsernameToken></wsse:Security></soap:Header>";
    }
}
