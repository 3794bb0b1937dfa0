# The images of compose.yaml: one target for each process of ours, and the bridge. Needs BuildKit, which is normal since
# Docker 23.

# --- build -----------------------------------------------------------------------------------------------------------

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /src
COPY . .
# Maven's downloads stay in a cache of the builder, so that a changed version fetches one library and not all. Format
# and tests are the gate's (./congress-bot verify).
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn -B -ntp -DskipTests -Dspotless.check.skip -pl migrations,gateway,worker,bot-api -am package
# For each process: the libraries of others apart from ours, which change with every build; and the class path in a
# fixed order, which that of "lib/*" is not: the archive of classes holds for one order only.
RUN set -eu; \
    export LC_ALL=C; \
    for module in migrations gateway worker bot-api; do \
        mkdir -p "/built/$module"; \
        cp -r "$module/target/lib" "/built/$module/"; \
        rm "/built/$module"/lib/wire-*.jar; \
        cp wire/target/wire.jar "$module/target/$module.jar" "/built/$module/"; \
        cd "/built/$module"; \
        printf -- '-cp /app/%s.jar:/app/wire.jar' "$module" > classpath; \
        printf ':/app/%s' lib/*.jar >> classpath; \
        cd /src; \
    done

# --- what our processes share ----------------------------------------------------------------------------------------

# The JRE as its makers build and patch it, of the version that the tests run on. A JVM of our own (jlink) would be
# smaller, but a module that only one library asks for, some day at run time, would be missing then.
FROM eclipse-temurin:25.0.3_9-jre-noble AS runtime
RUN groupadd --system --gid 10001 congressbot \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin congressbot \
    && install --directory --owner 10001 --group 10001 /logs /data
WORKDIR /app

# --- migrate ---------------------------------------------------------------------------------------------------------

FROM runtime AS migrate
COPY --from=build /built/migrations/lib lib
COPY --from=build /built/migrations/*.jar /built/migrations/classpath ./
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-Xmn12m", "-XX:SurvivorRatio=3", \
    "-XX:TargetSurvivorRatio=90", "-XX:TrimNativeHeapInterval=2000", "-Xlog:trimnative=off", \
    "-XX:ReservedCodeCacheSize=64m", "-XX:+UseTransparentHugePages", "-XX:+ExitOnOutOfMemoryError", \
    "@/app/classpath", "congressbot.migrations.Migrate"]

# Each process that stays is rehearsed here once, without its stores, and leaves an archive of its classes, loaded and
# linked: it saves more than half of the start, in which the bridge would lose messages. What a rehearsal writes is not
# kept. The JVM would not notice jars that changed after it: they and the archive come into the image together. Where the
# kernel has no huge pages, the JVM says so and goes on without.

# --- gateway ---------------------------------------------------------------------------------------------------------

FROM runtime AS gateway
COPY --from=build /built/gateway/lib lib
COPY --from=build /built/gateway/*.jar /built/gateway/classpath ./
RUN --mount=type=tmpfs,target=/rehearsal \
    cd /rehearsal; \
    timeout 20 java -XX:+UseSerialGC -Xms24m -Xmx256m -Xmn12m -XX:SurvivorRatio=3 \
        -XX:TargetSurvivorRatio=90 -XX:TrimNativeHeapInterval=2000 -Xlog:trimnative=off \
        -XX:ReservedCodeCacheSize=64m -XX:+UseTransparentHugePages \
        -XX:AOTCacheOutput=/app/classes.aot \
        @/app/classpath congressbot.gateway.Gateway; \
    test -s /app/classes.aot
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-Xmn12m", "-XX:SurvivorRatio=3", \
    "-XX:TargetSurvivorRatio=90", "-XX:TrimNativeHeapInterval=2000", "-Xlog:trimnative=off", \
    "-XX:ReservedCodeCacheSize=64m", "-XX:+UseTransparentHugePages", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:AOTCache=/app/classes.aot", "@/app/classpath", "congressbot.gateway.Gateway"]

# --- worker ----------------------------------------------------------------------------------------------------------

FROM runtime AS worker
COPY --from=build /built/worker/lib lib
COPY --from=build /built/worker/*.jar /built/worker/classpath ./
RUN --mount=type=tmpfs,target=/rehearsal \
    cd /rehearsal; \
    timeout 20 java -XX:+UseSerialGC -Xms24m -Xmx256m -Xmn12m -XX:SurvivorRatio=3 \
        -XX:TargetSurvivorRatio=90 -XX:TrimNativeHeapInterval=2000 -Xlog:trimnative=off \
        -XX:ReservedCodeCacheSize=64m -XX:+UseTransparentHugePages \
        -XX:AOTCacheOutput=/app/classes.aot \
        @/app/classpath congressbot.worker.Worker; \
    test -s /app/classes.aot
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-Xmn12m", "-XX:SurvivorRatio=3", \
    "-XX:TargetSurvivorRatio=90", "-XX:TrimNativeHeapInterval=2000", "-Xlog:trimnative=off", \
    "-XX:ReservedCodeCacheSize=64m", "-XX:+UseTransparentHugePages", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:AOTCache=/app/classes.aot", "@/app/classpath", "congressbot.worker.Worker"]

# --- bot-api ---------------------------------------------------------------------------------------------------------

FROM runtime AS bot-api
COPY --from=build /built/bot-api/lib lib
COPY --from=build /built/bot-api/*.jar /built/bot-api/classpath ./
RUN --mount=type=tmpfs,target=/rehearsal --mount=type=bind,source=congress,target=/congress \
    cd /rehearsal; \
    CONGRESS_DIR=/congress timeout 20 java -XX:+UseSerialGC -Xms24m -Xmx256m -Xmn12m -XX:SurvivorRatio=3 \
        -XX:TargetSurvivorRatio=90 -XX:TrimNativeHeapInterval=2000 -Xlog:trimnative=off \
        -XX:ReservedCodeCacheSize=64m -XX:+UseTransparentHugePages \
        -XX:AOTCacheOutput=/app/classes.aot \
        @/app/classpath congressbot.bot.BotApi; \
    test -s /app/classes.aot
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms24m", "-Xmx256m", "-Xmn12m", "-XX:SurvivorRatio=3", \
    "-XX:TargetSurvivorRatio=90", "-XX:TrimNativeHeapInterval=2000", "-Xlog:trimnative=off", \
    "-XX:ReservedCodeCacheSize=64m", "-XX:+UseTransparentHugePages", "-XX:+ExitOnOutOfMemoryError", \
    "-XX:AOTCache=/app/classes.aot", "@/app/classpath", "congressbot.bot.BotApi"]

# --- bridge ----------------------------------------------------------------------------------------------------------

# GOWA begins as root, takes possession of its folders, and steps down to this user. Here the folder is that user's from
# the beginning, and so is the volume mounted over it: nothing runs as root, and no capability is needed.
FROM aldinokemal2104/go-whatsapp-web-multidevice:v9.2.0 AS bridge
RUN mkdir -p /app/storages && chown 20001:20000 /app/storages
USER 20001:20000
ENTRYPOINT ["/app/whatsapp"]
CMD ["rest"]

# --- wuzapi ----------------------------------------------------------------------------------------------------------

# The other bridge. Its makers tag images by commit; this is the one that its adapter was written after. Like GOWA it
# would run as root; what it writes lies in two folders.
FROM asternic/wuzapi:sha-02a462c AS wuzapi
RUN mkdir -p /app/dbdata /app/files && chown 20002:20000 /app/dbdata /app/files
USER 20002:20000
ENTRYPOINT ["/app/wuzapi", "--logtype=json"]
