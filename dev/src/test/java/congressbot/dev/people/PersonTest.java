package congressbot.dev.people;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.bridge.FakeBridge.Written;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void a_person_writes_nine_messages_with_her_own_data() {
        assertThat(Person.of(7).messages())
                .extracting(Written::text)
                .containsExactly(
                        "quero me inscrever",
                        "Maria da Silva",
                        "bench7@ufg.br",
                        "100.000.007-" + CpfNumber.of(100_000_007).substring(12),
                        "(62) 98000-0007",
                        "Bom Jesus",
                        "PI",
                        "2",
                        "sim");
    }

    @Test
    void nobody_shares_a_phone_a_message_id_an_address_or_a_cpf() {
        List<Person> people = IntStream.range(0, 2_000).mapToObj(Person::of).toList();

        assertThat(people).extracting(Person::phone).doesNotHaveDuplicates();
        assertThat(people.stream().flatMap(person -> person.messages().stream()))
                .extracting(Written::id)
                .doesNotHaveDuplicates();
        for (int own : List.of(2, 3, 4)) {
            Stream<String> texts =
                    people.stream().map(person -> person.messages().get(own).text());
            assertThat(texts).doesNotHaveDuplicates();
        }
    }
}
