package org.iochub.declarative.internal.fetch;

import java.util.List;
import org.iochub.declarative.internal.fetch.feed.FeedFetches;
import org.iochub.declarative.internal.fetch.files.FileFetches;
import org.iochub.declarative.internal.fetch.files.FtpFetches;
import org.iochub.declarative.internal.fetch.files.SftpFetches;
import org.iochub.declarative.internal.fetch.http.HttpFetches;
import org.iochub.declarative.internal.fetch.jdbc.JdbcFetchFactory;
import org.iochub.declarative.internal.fetch.kafka.KafkaFetchFactory;
import org.iochub.declarative.internal.fetch.mail.MailFetchFactory;
import org.iochub.declarative.internal.fetch.mqtt.MqttFetchFactory;
import org.iochub.declarative.internal.fetch.push.PushFetches;
import org.iochub.declarative.internal.fetch.soap.SoapFetches;

/** All that can stand under {@code from}. */
public final class Fetches {
    private Fetches() {}

    /** One for each key, in the order in which they are documented. */
    public static List<FetchFactory> all() {
        return List.of(
                new HttpFetches(),
                new SoapFetches(),
                new FeedFetches(),
                new FtpFetches(),
                new SftpFetches(),
                new FileFetches(),
                new PushFetches(),
                new JdbcFetchFactory(),
                new MqttFetchFactory(),
                new KafkaFetchFactory(),
                new MailFetchFactory());
    }
}
