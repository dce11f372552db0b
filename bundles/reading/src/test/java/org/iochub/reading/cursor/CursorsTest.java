package org.iochub.reading.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = Cursors.of("secret");

    @Test
    void givesBackWhatItWrote() {
        Random random = new Random(1);
        IntStream.range(0, 1_000).forEach(i -> {
            Place place = new Place("epoch-" + random.nextInt(), random.nextLong() & Long.MAX_VALUE);
            assertThat(cursors.place(cursors.write(place))).contains(place);
            PagePlace page = new PagePlace(place, "facility", "id" + i);
            assertThat(cursors.page(cursors.write(page))).contains(page);
        });
    }

    @Test
    void isSafeInAnAddress() {
        assertThat(cursors.write(new Place("épo/+?", 7))).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesEveryChangeOfEveryCharacter() {
        String cursor = cursors.write(new Place("e1", 123_456));
        for (int i = 0; i < cursor.length(); i++) {
            for (char other : "Ab0_-=. ".toCharArray()) {
                if (cursor.charAt(i) != other) {
                    String forged = cursor.substring(0, i) + other + cursor.substring(i + 1);
                    assertThat(cursors.place(forged)).as(forged).isEmpty();
                }
            }
        }
    }

    @Test
    void refusesTruncatedLengthenedAndForeignOnes() {
        String cursor = cursors.write(new Place("e1", 123_456));
        IntStream.range(0, cursor.length())
                .forEach(end ->
                        assertThat(cursors.place(cursor.substring(0, end))).isEmpty());
        assertThat(cursors.place(cursor + "A")).isEmpty();
        assertThat(cursors.place("A".repeat(5_000))).isEmpty();
        assertThat(Cursors.of("other secret").place(cursor)).isEmpty();
    }

    @Test
    void onePurposeIsNotTheOther() {
        Place place = new Place("e1", 1);
        assertThat(cursors.page(cursors.write(place))).isEmpty();
        assertThat(cursors.place(cursors.write(new PagePlace(place, "facility", "x"))))
                .isEqualTo(Optional.empty());
    }
}
