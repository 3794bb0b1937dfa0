package congressbot.wire.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/// Logging of a process: to `LOG_DIR/{name}.log`, rotated, and to the console; readable in dev, JSON in prod.
///
/// @param console the least that is worth the console
record Logs(String name, Level console) {
    void start(Profile profile, Path logDir) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("logFile", logDir.resolve(name).toString());
        context.putProperty("console", console.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        String resource = "logback-" + profile.name().toLowerCase(Locale.ROOT) + "-profile.xml";
        URL configuration = Objects.requireNonNull(Logs.class.getResource(resource), resource);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
