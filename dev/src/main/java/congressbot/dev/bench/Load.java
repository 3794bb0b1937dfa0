package congressbot.dev.bench;

/// How much is done.
///
/// @param concurrency people who register at the same time
/// @param warmUp registrations before the measurement: until the compilers of the JVMs have seen
///     everything
/// @param registrations that are measured
record Load(int concurrency, int warmUp, int registrations) {}
