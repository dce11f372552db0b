package org.iochub.routes.onlinemedia.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A SimHash (Charikar 2002) of a text: 64 bits that differ in few places where texts differ in few words. Its features are
 * the syllables and pairs of syllables of the matching key, so that «hoà» is «hòa» and decomposed text is composed text;
 * accents count.
 */
final class StoryPrint {
    /** At most so many bits apart is the same story: a cosine of about 0.83. Unrelated texts are 32 apart, 20 at least. */
    static final int NEAR = 12;

    /** Leads of agencies are copied; what follows is not. */
    private static final int SYLLABLES = 80;

    private StoryPrint() {}

    static long of(String text) {
        int[] votes = new int[Long.SIZE];
        features(text).forEach(feature -> {
            long hash = hash(feature);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        });
        long print = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            print |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return print;
    }

    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static List<String> features(String text) {
        String[] words = Syllables.of(text).split(" ");
        List<String> features = new ArrayList<>();
        for (int i = 0; i < Math.min(words.length, SYLLABLES); i++) {
            features.add(words[i]);
            if (i > 0) {
                features.add(words[i - 1] + " " + words[i]);
            }
        }
        return features;
    }

    /** FNV-1a, then mixed (the finaliser of MurmurHash3) so that every bit depends on every byte. */
    private static long hash(String feature) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : feature.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
