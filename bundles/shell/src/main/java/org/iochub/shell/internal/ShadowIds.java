package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.Shadows;

/** What may stand behind the command's name: its actions, and the candidates at their trial. */
@Service
public final class ShadowIds extends IdCompleter {
    @Reference(optional = true)
    Shadows shadows;

    @Override
    List<String> ids() {
        java.util.ArrayList<String> words = new java.util.ArrayList<>(ShadowCommand.ACTIONS);
        Optional.ofNullable(shadows).map(Shadows::list).orElse(List.of()).stream()
                .map(Shadow::file)
                .forEach(words::add);
        return words;
    }
}
