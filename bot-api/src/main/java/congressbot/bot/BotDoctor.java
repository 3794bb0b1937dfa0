package congressbot.bot;

import congressbot.bot.congress.Congresses;
import congressbot.bot.doctor.DatabaseLook;
import congressbot.bot.doctor.ModelLook;
import congressbot.bot.llm.LlmSettings;
import congressbot.bot.mail.MailSettings;
import congressbot.bot.mail.SmtpMailer;
import congressbot.bot.panel.Wording;
import congressbot.bot.panel.knowledge.FaultWords;
import congressbot.bot.speech.SpeechSettings;
import congressbot.wire.doctor.Doctor;
import congressbot.wire.doctor.Neighbour;
import congressbot.wire.doctor.RedisLook;
import congressbot.wire.doctor.Report;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Variable;
import congressbot.wire.resource.ResourceFile;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `doctor` looks at for bot-api: the congress, the stores, the bot-api that runs, the gateway,
/// mail, the language model, and whether people reach it.
final class BotDoctor {
    private static final String NAME = "bot-api";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private BotDoctor() {}

    static Doctor<BotSettings> doctor() {
        List<ResourceFile> words = List.of(ResourceFile.beside(DatabaseLook.class, "doctor.properties"));
        return new Doctor<>(NAME, words, BotSettings::from, BotDoctor::examine);
    }

    private static void examine(BotSettings settings, Report report) {
        congresses(settings, report);
        new DatabaseLook(settings.database(), "", report).primary();
        settings.replica()
                .ifPresent(replica -> new DatabaseLook(replica, Variable.DATABASE_READ_URL.name(), report).replica());
        try (RedisLook redis = new RedisLook(settings.redis(), report);
                HttpCaller near = new HttpCaller(1);
                HttpCaller far = HttpCaller.farAway(1)) {
            redis.answers();
            Neighbour.here(NAME, settings.port()).look(near, settings.apiKey(), report);
            new Neighbour("gateway", settings.gateway()).reach(near, settings.apiKey(), report);
            reached(settings.publicUrl(), far, report);
            settings.mail().ifPresentOrElse(mail -> greet(mail, report), () -> report.off("mail.off"));
            settings.llm().ifPresentOrElse(llm -> ask(llm, far, report), () -> report.off("model.off"));
            settings.speech().ifPresentOrElse(speech -> ask(speech, far, report), () -> report.off("speech.off"));
        }
    }

    private static void congresses(BotSettings settings, Report report) {
        Congresses.Look look = Congresses.look(settings.congressDir(), settings.publicUrl());
        Wording wording = Wording.load();
        look.broken()
                .forEach(broken -> broken.faults()
                        .forEach(fault -> report.problem(
                                "congress.faulty",
                                broken.folder() + "/" + Congresses.FILE,
                                Integer.toString(fault.line()),
                                FaultWords.said(wording, fault))));
        if (!look.congresses().isEmpty()) {
            look.congresses()
                    .forEach(located ->
                            report.ok("congress.ok", located.congress().called()));
        } else if (look.broken().isEmpty()) {
            report.problem("congress.none", settings.congressDir().toString());
        }
    }

    /// From inside the server the way out and back may be closed, and still be open to people.
    private static void reached(URI publicUrl, HttpCaller caller, Report report) {
        Exchange exchange = caller.send(Call.get(publicUrl.resolve("/health"), PATIENCE));
        Optional<Integer> status =
                exchange instanceof Exchange.Answered answer ? Optional.of(answer.status()) : Optional.empty();
        if (status.filter(known -> known == 200 || known == 503).isPresent()) {
            report.ok("public.ok", publicUrl.toString());
        } else {
            report.warning(
                    "public.away",
                    publicUrl.toString(),
                    status.map(String::valueOf).orElse("–"));
        }
    }

    private static void greet(MailSettings mail, Report report) {
        String server = mail.host() + ":" + mail.port();
        switch (new SmtpMailer(mail, InstantSource.system()).greet()) {
            case WELCOME -> report.ok("mail.ok", server, mail.from());
            case AWAY -> report.problem("mail.away", server);
            case UNPROTECTED -> report.problem("mail.unprotected", server);
            case UNTRUSTED -> report.problem("mail.untrusted", server);
            case REFUSED -> report.problem("mail.refused", server);
        }
    }

    private static void ask(LlmSettings llm, HttpCaller caller, Report report) {
        LlmSettings.Server server = llm.server();
        List<String> models = Stream.of(Optional.of(server.model()), server.embeddingModel(), server.visionModel())
                .flatMap(Optional::stream)
                .toList();
        new ModelLook(report.said("model"), server.baseUrl(), server.apiKey()).look(caller, report, models);
    }

    private static void ask(SpeechSettings speech, HttpCaller caller, Report report) {
        new ModelLook(report.said("speech"), speech.server(), speech.apiKey())
                .look(caller, report, List.of(speech.model()));
    }
}
