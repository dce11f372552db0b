package org.iochub.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.model.Text;

/** Takes every file for the sample adapter, but finds a mistake in one that says so. */
public final class FakeCompiler implements SourceCompiler {
    @Override
    public Compiled compile(String file, byte[] yaml) {
        if (new String(yaml, StandardCharsets.UTF_8).contains("mistake")) {
            return new Compiled.Wrong(List.of(new Mistake(3, 7, "map[0].type", Text.of("Sai.", "Wrong."))));
        }
        return new Compiled.Good(new DeclaredSource(
                new SampleAdapter(),
                "2.0.0",
                Optional.of(new DefaultInstance("one", Map.of("tenant", "duc-pho", "word", "b")))));
    }
}
