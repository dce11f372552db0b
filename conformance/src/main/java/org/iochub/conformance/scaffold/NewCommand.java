package org.iochub.conformance.scaffold;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iochub.conformance.Usage;

/** {@code ./hub new NAME [--java] [--into DIR]}. */
public final class NewCommand {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;
    private static final String SCHEMA = "docs/declarative-source.schema.json";

    private final Path home;
    private final Path current;
    private final PrintStream out;

    /**
     * @param home the clone
     * @param current the folder in which the command was given
     */
    public NewCommand(Path home, Path current, PrintStream out) throws IOException {
        this.home = home.toRealPath();
        this.current = current.toRealPath();
        this.out = out;
    }

    public int run(List<String> arguments) throws IOException {
        ArrayDeque<String> left = new ArrayDeque<>(arguments);
        Optional<String> name = Optional.empty();
        Optional<Path> into = Optional.empty();
        boolean java = false;
        while (!left.isEmpty()) {
            String one = left.poll();
            if (one.equals("--java")) {
                java = true;
            } else if (one.equals("--into") && !left.isEmpty()) {
                into = Optional.of(Path.of(left.poll()));
            } else if (one.startsWith("-") || name.isPresent()) {
                throw usage();
            } else {
                name = Optional.of(one);
            }
        }
        make(checked(name.orElseThrow(NewCommand::usage)), java, into);
        return 0;
    }

    private static Usage usage() {
        return Usage.of(
                "Cách dùng: ./hub new TÊN [--java] [--into THƯ-MỤC]", "Usage: ./hub new NAME [--java] [--into DIR]");
    }

    private static String checked(String name) {
        if (NAME.matcher(name).matches() && name.length() <= LONGEST) {
            return name;
        }
        String better = java.text.Normalizer.normalize(
                        name.replace('đ', 'd').replace('Đ', 'd'), java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String hint = better.isEmpty() ? "my-source" : better.substring(0, Math.min(LONGEST, better.length()));
        throw Usage.of(
                "«" + name + "» không phải tên dùng được: chữ thường không dấu, số, gạch nối, bắt đầu bằng chữ, tối đa "
                        + LONGEST + " ký tự; ví dụ " + hint + ".",
                "\"" + name
                        + "\" is not a usable name: lower-case letters, digits and hyphens, a letter first, at most "
                        + LONGEST + "; for example " + hint + ".");
    }

    private void make(String name, boolean java, Optional<Path> into) throws IOException {
        Path parent = into.map(current::resolve)
                .orElse(current.startsWith(home) ? home.resolve("routes") : current)
                .normalize();
        Path folder = parent.resolve(name);
        if (Files.exists(folder)) {
            throw Usage.of(
                    folder + " đã có; hãy chọn tên khác hoặc xóa thư mục đó.",
                    folder + " exists; choose another name or delete it.");
        }
        if (Files.isDirectory(home.resolve("routes").resolve(name))) {
            throw Usage.of(
                    "Hub đã có bộ kết nối «" + name + "»; hãy chọn tên khác.",
                    "The hub has an adapter \"" + name + "\" already; choose another name.");
        }
        boolean inside = folder.equals(home.resolve("routes").resolve(name));
        Path schema = home.resolve(SCHEMA);
        Scaffold scaffold = new Scaffold(
                name,
                home,
                folder.startsWith(home)
                        ? folder.relativize(schema).toString()
                        : schema.toUri().toString());
        Map<String, String> files = java ? scaffold.java(inside) : scaffold.declarative();
        Scaffold.write(folder, files);
        if (java && inside) {
            addModule(name);
        }
        say(folder, files, java);
    }

    /** One line in the list of modules, so that the build knows it. */
    private void addModule(String name) throws IOException {
        Path pom = home.resolve("routes/pom.xml");
        String text = Files.readString(pom);
        Files.writeString(pom, text.replaceFirst("( *)</modules>", "    <module>" + name + "</module>\n$1</modules>"));
    }

    private void say(Path folder, Map<String, String> files, boolean java) {
        String path = folder.startsWith(current) ? current.relativize(folder).toString() : folder.toString();
        files.keySet().forEach(file -> out.println("  " + path + "/" + file));
        String drop = java ? path + "/target/*.jar" : path + "/" + folder.getFileName() + ".yaml";
        out.println("Tiếp theo / next:");
        out.println("  ./hub check " + path);
        if (folder.startsWith(home.resolve("routes"))) {
            out.println("  ./hub check --catalogue");
        }
        out.println("  cp " + drop + " \"$HUB_DATA/deploy/\"");
    }
}
