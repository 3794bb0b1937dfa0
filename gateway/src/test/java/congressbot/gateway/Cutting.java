package congressbot.gateway;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/// Breaks a connection off after the request was read, before any answer.
final class Cutting {
    private Cutting() {}

    static void cut(Context call) {
        call.bodyAsBytes();
        Request request = ServletContextRequest.getServletContextRequest(call.req());
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
