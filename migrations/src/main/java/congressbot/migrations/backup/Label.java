package congressbot.migrations.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// The entry `backup.json`, which says what the other entries are. It is written last: whatever has it is complete.
///
/// @param format the version of this layout
/// @param schema the newest migration of the database
/// @param tables in an order that foreign keys allow
record Label(int format, String schema, Instant takenAt, List<TableRows> tables, List<NextNumber> numbers) {
    static final String ENTRY = "backup.json";
    static final int FORMAT = 1;

    Label {
        tables = List.copyOf(tables);
        numbers = List.copyOf(numbers);
    }

    /// What a sequence gives out next: a number that was erased is not given to somebody else.
    record NextNumber(String sequence, long next) {}

    static String csv(String table) {
        return table + ".csv";
    }

    List<String> names() {
        return tables.stream().map(TableRows::table).toList();
    }

    byte[] bytes() {
        return Json.write(this).getBytes(StandardCharsets.UTF_8);
    }

    static Label of(byte[] bytes) throws JsonProcessingException {
        return Json.read(new String(bytes, StandardCharsets.UTF_8), Label.class);
    }
}
