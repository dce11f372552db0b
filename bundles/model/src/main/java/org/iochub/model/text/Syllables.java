package org.iochub.model.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Knows which words can be Vietnamese syllables, by onset, rhyme and tone. The judge of what an encoding makes sense. */
final class Syllables {
    private static final Set<String> ONSETS =
            words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

    /** Rhymes without tone. */
    private static final Set<String> RHYMES = words("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt"
            + " â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
            + " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
            + " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong"
            + " oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
            + " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt"
            + " uynh uyt uyu uyn uyp"
            + " ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưu ưt ưm ưn"
            + " y yên yêm yêng yêt yêu ynh yt ych ym yn");

    private static final Set<String> TONED_AT_THE_END = words("oa oe uy uê uơ");

    private Syllables() {}

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    /** Whether the word, in NFC and of any case, can be a syllable. */
    static boolean isSyllable(String word) {
        if (word.isEmpty() || word.length() > 8) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String bare = Tones.without(lower);
        int tones = tones(lower);
        if (tones > 1) {
            return false;
        }
        for (int cut = Math.min(3, bare.length() - 1); cut >= 0; cut--) {
            String onset = bare.substring(0, cut);
            String rhyme = bare.substring(cut);
            if ((cut == 0 || ONSETS.contains(onset))
                    && RHYMES.contains(rhyme)
                    && closes(rhyme, lower)
                    && isToneWell(rhyme, lower)) {
                return true;
            }
        }
        return bare.equals("gi");
    }

    /** A glide at the end bears no tone: «xaõ» is no syllable, although its letters are those of «xão». */
    private static boolean isToneWell(String rhyme, String lower) {
        return rhyme.length() == 1
                || TONED_AT_THE_END.contains(rhyme)
                || "aeiouyêơ".indexOf(rhyme.charAt(rhyme.length() - 1)) < 0
                || tones(lower.substring(lower.length() - 1)) == 0;
    }

    private static int tones(String lower) {
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        return (int) decomposed.chars().filter(c -> Tones.isTone((char) c)).count();
    }

    /** A rhyme that ends in a stop takes only sắc or nặng. */
    private static boolean closes(String rhyme, String lower) {
        char end = rhyme.charAt(rhyme.length() - 1);
        boolean stopped = end == 'c' || end == 'p' || end == 't' || rhyme.endsWith("ch");
        if (!stopped) {
            return true;
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        return decomposed.indexOf('\u0300') < 0 && decomposed.indexOf('\u0309') < 0 && decomposed.indexOf('\u0303') < 0;
    }
}
