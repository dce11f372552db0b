package org.iochub.shellclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorSplitterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private void written(String text) throws IOException {
        try (ErrorSplitter splitter = new ErrorSplitter(out, err)) {
            splitter.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void outputStaysAsItIs() throws IOException {
        written("Trạm quan trắc Đông Hà | 12 µg/m³\n");
        assertThat(out()).isEqualTo("Trạm quan trắc Đông Hà | 12 µg/m³\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void coloursAreDropped() throws IOException {
        written("a \u001b[31;1mred\u001b[0m word, \u001b[31mred\u001b[m again");
        assertThat(out()).isEqualTo("a red word, red again");
    }

    @Test
    void whatFollowsAReportIsError() throws IOException {
        written("half an answer\n\u001b[31mError executing command: \u001b[0m\u001b[31;1mNo such source\u001b[0m\n");
        assertThat(out()).isEqualTo("half an answer\n");
        assertThat(err()).isEqualTo("Error executing command: No such source\n");
    }

    @Test
    void anUnknownCommandIsError() throws IOException {
        written("\u001b[31mCommand not found: \u001b[0m\u001b[31;1mnosuch\u001b[0m\n");
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("Command not found: nosuch\n");
    }

    @Test
    void theSameWordsUncolouredAreOutput() throws IOException {
        written("Command not found: is what it says\u001b[31mError ex");
        assertThat(out()).isEqualTo("Command not found: is what it saysError ex");
    }
}
