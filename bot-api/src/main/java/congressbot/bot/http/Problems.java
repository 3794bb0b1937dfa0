package congressbot.bot.http;

import congressbot.bot.account.Passwords;
import congressbot.bot.conversation.Engine;
import congressbot.wire.http.Headers;
import congressbot.wire.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns failures into answers. 503 says: not now, nothing happened, try again. 500 says: this request is at fault, or
/// our code is; the worker gives such a message up after a few tries, so nothing else may end as 500.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SOON = "1";

    /// SQLSTATE classes that blame the values: data exception, constraint violation, a limit that they
    /// exceed. All others blame the server, the connection, the schema or the moment.
    /// https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static final Set<String> BLAME_THE_VALUES = Set.of("22", "23", "54");

    private static final int CLASS_LENGTH = 2;

    private Problems() {}

    static void map(RoutesConfig routes) {
        routes.exception(Engine.Overtaken.class, (_, call) -> notNow(call, "Overtaken"));
        routes.exception(Passwords.Crowded.class, (_, call) -> notNow(call, "Crowded"));
        routes.exception(JdbiException.class, (e, call) -> {
            if (blamesTheValues(e)) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue("route", Problem.route(call))
                        .log("a statement failed, answering 500");
                Problem.answer(call, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "something went wrong here");
            } else {
                notNow(call, e.getClass().getSimpleName());
            }
        });
    }

    private static void notNow(Context call, String failure) {
        LOG.atWarn()
                .addKeyValue("route", Problem.route(call))
                .addKeyValue("failure", failure)
                .log("not now, answering 503");
        call.header(Headers.RETRY_AFTER, SOON);
        Problem.answer(call, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "not now, please repeat");
    }

    private static boolean blamesTheValues(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && failure.getSQLState() != null) {
                return failure.getSQLState().length() > CLASS_LENGTH
                        && BLAME_THE_VALUES.contains(failure.getSQLState().substring(0, CLASS_LENGTH));
            }
        }
        return false;
    }
}
