package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every command there is, and for every one that will be. */
class EveryCommandTest {
    private static final Path CLASSES = Path.of("target/classes/org/iochub/shell/internal");
    private static final Path ROLES =
            Path.of("../../karaf-assembly/src/main/resources/etc/org.apache.karaf.command.acl.hub.cfg");
    private static final Path PAGE = Path.of("../../docs/shell.md");

    /** What stands behind a command's name where its first argument will not do. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("areas", List.of("00004")),
            Map.entry("backup", List.of("/nowhere/hub.zip")),
            Map.entry("checkpoint", List.of("a-source")),
            Map.entry("erase", List.of(Fakes.ID.value(), "--confirm")),
            Map.entry("feed-tail", List.of("dossier")),
            Map.entry("lineage", List.of(Fakes.ID.value())),
            Map.entry("quarantine-discard", List.of("17", "--reason", "x", "--confirm")),
            Map.entry("quarantine-show", List.of("17")),
            Map.entry("record", List.of(Fakes.ID.value())),
            Map.entry("replay", List.of("list")),
            Map.entry("shadow", List.of("differences", "next.yaml")));

    /** They ask for a file that is there, and are rendered by tests of their own. */
    private static final Set<String> WITH_A_FILE = Set.of("deploy-plan", "quarantine-mend");

    @TempDir
    Path folder;

    static List<Class<?>> commands() throws IOException {
        List<Class<?>> commands = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("$")) {
                    Class<?> type = load(name.substring(0, name.length() - 6));
                    if (type.isAnnotationPresent(Command.class)) {
                        commands.add(type);
                    }
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(20);
        return commands;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("org.iochub.shell.internal." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != Object.class, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredFields()))
                .toList();
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static String run(Class<?> type, boolean json) throws Exception {
        HubCommand command = (HubCommand) type.getDeclaredConstructor().newInstance();
        for (Field field : fields(type)) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Reference.class) && field.getType() != Session.class) {
                field.set(command, LongData.port(field.getType()));
            } else if (field.isAnnotationPresent(Argument.class)) {
                List<String> words = WORDS.getOrDefault(name(type), List.of("17"));
                field.set(command, field.getType() == String.class ? "dossier" : words);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.json = json;
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Timeout(60)
    @ParameterizedTest
    @MethodSource("commands")
    void noLineOfATableIsLongerThanEighty(Class<?> command) throws Exception {
        if (WITH_A_FILE.contains(name(command))) {
            return;
        }
        String output = run(command, false);
        assertThat(output).doesNotContain("\u001b");
        assertThat(output.lines().filter(line -> line.contains("│") || line.contains("─┼─")))
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(Table.WIDTH));
    }

    @Timeout(60)
    @ParameterizedTest
    @MethodSource("commands")
    void jsonIsJsonAndNothingElse(Class<?> command) throws Exception {
        if (!WITH_A_FILE.contains(name(command))) {
            String output = run(command, true);
            for (String document :
                    name(command).equals("feed-tail") ? output.lines().toList() : List.of(output)) {
                assertThat(new ObjectMapper().readTree(document).isContainerNode())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpHasAnExampleAndIdsAreCompleted(Class<?> command) {
        Command about = command.getAnnotation(Command.class);
        assertThat(about.scope()).isEqualTo("hub");
        assertThat(about.description()).contains(" / ");
        assertThat(about.detailedDescription()).contains("EXAMPLE", "hub:" + about.name());
        // What nobody can list: a unit's name, a file, the id of a record among millions.
        Set<String> free = Set.of("CODE|NAME", "FILE", "RECORD", "ID|MESSAGE");
        boolean record =
                OneRecord.class.isAssignableFrom(command) || about.name().equals("erase");
        for (Field field : fields(command)) {
            Argument argument = field.getAnnotation(Argument.class);
            if (argument != null && !free.contains(argument.name()) && !(record && field.getType() == List.class)) {
                assertThat(field.isAnnotationPresent(Completion.class))
                        .as(about.name() + " " + argument.name())
                        .isTrue();
            }
            Option option = field.getAnnotation(Option.class);
            if (option != null && Set.of("--source", "--tenant", "--type").contains(option.name())) {
                assertThat(field.isAnnotationPresent(Completion.class))
                        .as(about.name() + " " + option.name())
                        .isTrue();
            }
        }
    }

    private static Map<String, String> roles() throws IOException {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(ROLES)) {
            lines.load(reader);
        }
        Map<String, String> roles = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> roles.put(name, lines.getProperty(name)));
        return roles;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasItsRoles(Class<?> command) throws IOException {
        assertThat(roles().get(name(command))).isIn("viewer, operator, admin", "operator, admin", "admin");
    }

    /** Written with {@code -Dshell.docs.write=true}. */
    @Test
    void thePageNamesEveryCommand() throws IOException {
        StringBuilder table = new StringBuilder("| command | what it does | example | role |\n|---|---|---|---|\n");
        for (Class<?> type : commands()) {
            Command about = type.getAnnotation(Command.class);
            String role = roles().get(about.name());
            table.append("| `hub:")
                    .append(about.name())
                    .append("` | ")
                    .append(about.description())
                    .append(" | `")
                    .append(example(about))
                    .append("` | ")
                    .append(role, 0, (role + ",").indexOf(','))
                    .append(" |\n");
        }
        String page = Files.readString(PAGE);
        int from = page.indexOf("| command |");
        int to = page.indexOf("\n\n", from) + 1;
        if (Boolean.getBoolean("shell.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("written with -Dshell.docs.write=true")
                .isEqualTo(table.toString());
    }

    private static String example(Command about) {
        return about.detailedDescription()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("hub:" + about.name()))
                .reduce((first, later) -> first.contains(" ") ? first : later)
                .orElseThrow()
                .replace("|", "\\|");
    }

    @Test
    void coloursAreForTerminalsAlone() {
        Table table = Table.of("state").row(new Table.Coloured("running", Table.Colour.GOOD));
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        table.print(new PrintStream(plain, true, StandardCharsets.UTF_8), false);
        ByteArrayOutputStream coloured = new ByteArrayOutputStream();
        table.print(new PrintStream(coloured, true, StandardCharsets.UTF_8), true);
        assertThat(plain.toString(StandardCharsets.UTF_8)).contains("running").doesNotContain("\u001b");
        assertThat(coloured.toString(StandardCharsets.UTF_8)).contains("\u001b[32mrunning\u001b[0m");
    }

    @Test
    void whatHasSpacesIsFoldedBeforeAnId() {
        String id = "h5d67n786mn581qetskoft5poioet5bf";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table.of("id", "why")
                .row(id, "serviceName, location, address, channel, expectedAt, agency")
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(id);
    }

    @Test
    void whatIsTooWideGoesOnInTheNextLineAndNothingIsLost() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table.of("id", "name", "count")
                .row("a".repeat(150), "một tên rất dài " + "x".repeat(60), 7)
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String output = bytes.toString(StandardCharsets.UTF_8);
        assertThat(output.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Table.WIDTH));
        assertThat(output.chars().filter(c -> c == 'a')).hasSize(150 + 1); // and the one of «name»
        assertThat(output.chars().filter(c -> c == 'x')).hasSize(60);
    }
}
