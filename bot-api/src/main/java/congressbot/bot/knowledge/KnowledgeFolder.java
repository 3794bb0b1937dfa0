package congressbot.bot.knowledge;

import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folder `knowledge` of a congress: its Markdown files, and nothing below them.
final class KnowledgeFolder {
    static final String NAME = "knowledge";

    /// Most files that are read.
    static final int MAX_FILES = 200;

    private KnowledgeFolder() {}

    /// What stands in a folder.
    ///
    /// @param faulty names of files that were not read: their last good versions stay
    /// @param problems for whoever wrote them
    record Reading(List<Document> documents, List<String> faulty, List<Trouble> problems) {
        Reading {
            documents = List.copyOf(documents);
            faulty = List.copyOf(faulty);
            problems = List.copyOf(problems);
        }
    }

    /// @param congress its folder; one without knowledge has none
    static Reading read(Path congress) throws IOException {
        List<Document> documents = new ArrayList<>();
        List<String> faulty = new ArrayList<>();
        List<Trouble> problems = new ArrayList<>();
        List<Path> files = files(congress);
        for (Path file : files.subList(0, Math.min(files.size(), MAX_FILES))) {
            String name = file.getFileName().toString();
            switch (read(name, file)) {
                case KnowledgeFile.Outcome.Read(Document document) -> documents.add(document);
                case KnowledgeFile.Outcome.Faulty(Fault fault) -> {
                    faulty.add(name);
                    problems.add(new Trouble(NAME + "/" + name, fault));
                }
            }
        }
        if (files.size() > MAX_FILES) {
            files.subList(MAX_FILES, files.size())
                    .forEach(file -> faulty.add(file.getFileName().toString()));
            problems.add(new Trouble(NAME, Fault.at(0, Kind.TOO_MANY, MAX_FILES)));
        }
        return new Reading(documents, faulty, problems);
    }

    static List<Path> files(Path congress) throws IOException {
        Path folder = congress.resolve(NAME);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(KnowledgeFile.ENDING))
                    .filter(file -> Files.isRegularFile(file) || Files.notExists(file)) // a link to nowhere is told
                    .sorted()
                    .toList();
        }
    }

    private static KnowledgeFile.Outcome read(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(KnowledgeFile.MAX_BYTES + 1);
            return bytes.length > KnowledgeFile.MAX_BYTES ? KnowledgeFile.tooLarge() : KnowledgeFile.read(name, bytes);
        } catch (IOException _) { // whoever wrote it learns its name, and the other files are read
            return new KnowledgeFile.Outcome.Faulty(Fault.at(0, Kind.UNREADABLE));
        }
    }
}
