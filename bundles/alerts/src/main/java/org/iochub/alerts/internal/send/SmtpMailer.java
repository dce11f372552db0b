package org.iochub.alerts.internal.send;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.iochub.core.mail.Mail;
import org.iochub.core.mail.Mailer;
import org.iochub.core.settings.SecretResolver;
import org.iochub.model.FaultException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by SMTP; a connection for each mail, since there are few. */
@Component(service = Mailer.class, configurationPid = "org.iochub.mail")
@Designate(ocd = MailConfig.class)
public final class SmtpMailer implements Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
    private static final String MILLIS = "15000";
    private final MailConfig config;
    private final SecretResolver secrets = new SecretResolver(name -> Optional.ofNullable(System.getenv(name)));

    @Activate
    public SmtpMailer(MailConfig config) {
        this.config = config;
    }

    @Override
    public boolean configured() {
        return !config.host().isBlank() && !config.from().isBlank();
    }

    @Override
    public void send(Mail mail) throws IOException {
        if (!configured()) {
            throw new IOException("no mail server is named in org.iochub.mail.cfg");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The mail library finds its parts through the thread's class loader.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, mail);
            try (Transport transport = session.getTransport("smtp")) {
                if (config.user().isBlank()) {
                    transport.connect();
                } else {
                    transport.connect(
                            config.user().strip(),
                            secrets.resolve("password", config.password().strip()));
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (SendFailedException e) {
            if (e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0) {
                throw new IOException(e.getMessage(), e);
            }
            // Trying again would send to the others twice.
            LOG.warn("Mail {}: some of its receivers were refused: {}", mail.id(), e.getMessage());
        } catch (MessagingException | FaultException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Properties properties() {
        String tls = config.tls().strip().toLowerCase(Locale.ROOT);
        Properties properties = new Properties();
        properties.put("mail.smtp.host", config.host().strip());
        properties.put("mail.smtp.port", Integer.toString(config.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!config.user().isBlank()));
        properties.put("mail.smtp.connectiontimeout", MILLIS);
        properties.put("mail.smtp.timeout", MILLIS);
        properties.put("mail.smtp.writetimeout", MILLIS);
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!tls.equals("none")));
        properties.put("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.sendpartial", "true");
        return properties;
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new Named(session, "<" + mail.id() + "@" + domain() + ">");
        message.setFrom(new InternetAddress(config.from().strip()));
        for (String to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Clock.systemUTC().instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.attachments().isEmpty()) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
        } else {
            MimeMultipart parts = new MimeMultipart();
            MimeBodyPart text = new MimeBodyPart();
            text.setText(mail.text(), StandardCharsets.UTF_8.name());
            parts.addBodyPart(text);
            for (Mail.Attachment attachment : mail.attachments()) {
                MimeBodyPart part = new MimeBodyPart();
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
                part.setFileName(attachment.name());
                parts.addBodyPart(part);
            }
            message.setContent(parts);
        }
        message.saveChanges();
        return message;
    }

    private String domain() {
        String from = config.from().replaceAll("[>\\s]", "");
        return from.substring(from.indexOf('@') + 1);
    }

    /** A message whose id is the same for every attempt. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
