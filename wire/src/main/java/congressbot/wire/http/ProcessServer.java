package congressbot.wire.http;

import congressbot.wire.process.Health;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.process.Secret;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server that every process runs: virtual threads, a request id for every call, default deny, health,
/// metrics, and errors in one form.
public final class ProcessServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessServer.class);
    private static final String SCOPE = "requestScope";

    /// Longest silence on a connection, in milliseconds.
    private static final long IDLE_MS = 30_000;

    /// How long a stop waits for calls in flight, in milliseconds.
    private static final long STOP_MS = 10_000;

    /// By itself Jetty keeps a table of 96 KiB for each connection, of the headers it saw there: ours are few.
    static final int NO_HEADER_CACHE = 0;

    private final Javalin server;

    private ProcessServer(Javalin server) {
        this.server = server;
    }

    /// What a server offers besides its own routes.
    public record Common(Secret apiKey, Health health, PrometheusMeterRegistry metrics) {}

    /// Starts to listen.
    ///
    /// @param port 0 for a free one
    public static ProcessServer start(int port, Common common, Consumer<RoutesConfig> routes) {
        HealthEndpoint health = new HealthEndpoint(common.health(), common.apiKey());
        Javalin server = Javalin.create(config -> {
            settle(config);
            guard(config.routes, common.apiKey());
            config.routes.get("/health", health::answer, Access.PUBLIC);
            config.routes.get("/metrics", call -> scrape(call, common.metrics()), Access.INTERNAL);
            routes.accept(config.routes);
            mapFailures(config.routes);
        });
        try {
            return new ProcessServer(server.start(port));
        } catch (JavalinBindException _) {
            throw new InvalidConfiguration(List.of("port " + port + " is in use by another program"));
        }
    }

    public int port() {
        return server.port();
    }

    /// Refuses new calls and waits for those in flight, up to 10 s.
    @Override
    public void close() {
        server.stop();
    }

    private static void settle(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(jetty -> {
            jetty.setHandler(new GracefulHandler());
            jetty.setStopTimeout(STOP_MS);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MS);
            http.setHeaderCacheSize(NO_HEADER_CACHE);
        });
    }

    private static void guard(RoutesConfig routes, Secret apiKey) {
        routes.before(ProcessServer::enter);
        routes.beforeMatched(call -> {
            boolean open = call.routeRoles().contains(Access.PUBLIC);
            boolean internal = call.routeRoles().contains(Access.INTERNAL);
            if (!open && !(internal && holdsKey(call, apiKey))) {
                Problem.answer(call, HttpStatus.UNAUTHORIZED.getCode(), "the key is missing or wrong");
                call.skipRemainingHandlers();
            }
        });
        routes.after(ProcessServer::leave);
    }

    static boolean holdsKey(Context call, Secret apiKey) {
        String given = call.header(Headers.API_KEY);
        return given != null && apiKey.matches(given);
    }

    private static void enter(Context call) {
        String requestId = RequestId.accept(call.header(Headers.REQUEST_ID));
        call.attribute(SCOPE, RequestId.enter(requestId));
        call.header(Headers.REQUEST_ID, requestId);
        call.header("X-Content-Type-Options", "nosniff");
        call.header("Cache-Control", "no-store");
        call.header("Referrer-Policy", "no-referrer");
        call.header("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static void leave(Context call) {
        RequestId.Scope scope = call.attribute(SCOPE);
        if (scope != null) {
            scope.close();
        }
    }

    private static void mapFailures(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, call) -> {
            HttpStatus status = HttpStatus.forStatus(e.getStatus());
            Problem.answer(call, e.getStatus(), status == null ? "refused" : status.getMessage());
        });
        routes.exception(Exception.class, (e, call) -> {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("route", Problem.route(call))
                    .log("unexpected failure, answering 500");
            Problem.answer(call, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "something went wrong here");
        });
    }

    private static void scrape(Context call, PrometheusMeterRegistry metrics) {
        call.contentType("text/plain; version=0.0.4; charset=utf-8");
        call.result(metrics.scrape());
    }
}
