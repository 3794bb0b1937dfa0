package congressbot.dev;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.javalin.config.RoutesConfig;
import java.net.URI;

/// Who may know whom. The rules with their reasons stand in `docs/decisions/0001-three-processes-and-a-wire.md`.
@AnalyzeClasses(packages = "congressbot", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule the_gateway_knows_no_other_process = noClasses()
            .that()
            .resideInAPackage("congressbot.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "congressbot.worker..", "congressbot.bot..", "congressbot.migrations..", "congressbot.dev..");

    @ArchTest
    static final ArchRule the_worker_knows_no_other_process = noClasses()
            .that()
            .resideInAPackage("congressbot.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "congressbot.gateway..", "congressbot.bot..", "congressbot.migrations..", "congressbot.dev..");

    @ArchTest
    static final ArchRule bot_api_knows_no_other_process = noClasses()
            .that()
            .resideInAPackage("congressbot.bot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "congressbot.gateway..", "congressbot.worker..", "congressbot.migrations..", "congressbot.dev..");

    @ArchTest
    static final ArchRule the_wire_knows_nobody = noClasses()
            .that()
            .resideInAPackage("congressbot.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "congressbot.gateway..", "congressbot.worker..", "congressbot.bot..", "congressbot.migrations..");

    @ArchTest
    static final ArchRule only_bot_api_and_the_migrations_know_postgresql = noClasses()
            .that()
            .resideOutsideOfPackages("congressbot.bot..", "congressbot.migrations..", "congressbot.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "org.jdbi..", "java.sql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule only_the_mail_package_knows_jakarta_mail = noClasses()
            .that()
            .resideOutsideOfPackages("congressbot.bot.mail..", "congressbot.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule only_the_openai_package_knows_langchain4j = noClasses()
            .that()
            .resideOutsideOfPackages("congressbot.bot.llm.openai..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");

    /// Of an adapter the gateway sees the adapter itself and its settings, nothing else.
    @ArchTest
    static final ArchRule a_provider_is_known_to_its_adapter_alone = itsOwn("gowa", "Gowa");

    @ArchTest
    static final ArchRule the_second_provider_is_known_to_its_adapter_alone = itsOwn("wuzapi", "Wuzapi");

    /// What adapters have in common is no provider's.
    @ArchTest
    static final ArchRule what_bridges_share_knows_no_provider = noClasses()
            .that()
            .resideInAnyPackage("congressbot.gateway.bridge", "congressbot.gateway.bridge.whatsapp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("congressbot.gateway.bridge.gowa..", "congressbot.gateway.bridge.wuzapi..");

    @ArchTest
    static final ArchRule the_dialogue_is_pure = classes()
            .that()
            .resideInAPackage("congressbot.bot.registration..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "congressbot.bot.registration..",
                            "congressbot.bot.congress..",
                            "congressbot.bot.text..",
                            "congressbot.wire.message..",
                            "congressbot.wire.bot..",
                            "com.fasterxml.jackson.annotation..",
                            "com.google.i18n.phonenumbers..",
                            "org.jspecify..",
                            "java.lang..",
                            "java.io..",
                            "java.nio.charset..",
                            "java.text..",
                            "java.time..",
                            "java.util..")
                    .or(type(URI.class)));

    /// Behind the door there is no route but through the desk, which asks who it is and what she may. The others are
    /// the
    /// door itself, the way to a first password, and the files that pages load.
    @ArchTest
    static final ArchRule the_panels_routes_go_through_the_desk = noClasses()
            .that()
            .resideInAPackage("congressbot.bot.panel..")
            .and(not(simpleName("Desk")
                    .or(simpleName("Door"))
                    .or(simpleName("Welcome"))
                    .or(simpleName("Panel"))
                    .or(simpleName("Pages"))
                    .or(simpleName("PanelAssets"))))
            .should()
            .dependOnClassesThat(type(RoutesConfig.class));

    @ArchTest
    static final ArchRule names_say_the_thing =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Dto|Abstract[A-Za-z]*)");

    /// Who waits for something waits on it; the first two pause between tries, the third plays time that passes.
    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .that(not(simpleName("Poll")).and(not(simpleName("PatientQueue"))).and(not(simpleName("Pause"))))
            .should()
            .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))));

    private static ArchRule itsOwn(String provider, String adapter) {
        String home = "congressbot.gateway.bridge." + provider + "..";
        return noClasses()
                .that()
                .resideOutsideOfPackages(home, "congressbot.dev..")
                .should()
                .dependOnClassesThat(resideInAPackage(home)
                        .and(not(simpleName(adapter)))
                        .and(not(simpleName(adapter + "Settings"))));
    }
}
