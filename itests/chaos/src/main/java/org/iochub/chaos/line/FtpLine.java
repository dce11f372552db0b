package org.iochub.chaos.line;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to an FTP server: what it says of where its data are to be had is made to lead through the line as well. */
public final class FtpLine extends Line {
    private static final Pattern PASSIVE = Pattern.compile("(227 [^(]*\\(\\d+,\\d+,\\d+,\\d+,)(\\d+),(\\d+)\\)");
    private static final Pattern EXTENDED = Pattern.compile("(229 [^(]*\\(\\|\\|\\|)(\\d+)\\|\\)");

    public FtpLine(int target, Random random) {
        super(target, random);
    }

    @Override
    protected byte[] heard(byte[] said) {
        String text = new String(said, StandardCharsets.ISO_8859_1);
        Matcher passive = PASSIVE.matcher(text);
        if (passive.find()) {
            int port = further(Integer.parseInt(passive.group(2)) * 256 + Integer.parseInt(passive.group(3)));
            text = passive.replaceFirst("$1" + port / 256 + "," + port % 256 + ")");
        }
        Matcher extended = EXTENDED.matcher(text);
        if (extended.find()) {
            text = extended.replaceFirst("$1" + further(Integer.parseInt(extended.group(2))) + "|)");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
