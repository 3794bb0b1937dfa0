package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Text;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {
    private static final State CONFIRMING =
            new State.Confirming(Sample.REGISTRATION, 0, Optional.empty(), Optional.empty());
    private static final State CHANGING = CONFIRMING.with(Optional.of(new Pending.WhatToChange()));
    private static final State COMPLETED = new State.Completed(7, 0, Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oi|Greeting",
                "Bom dia, tudo bem?|Greeting",
                "quero me inscrever|Wish",
                "quero|Wish",
                "Oi, quero participar do congresso|Wish",
                "queria me inscrever no evento do dia 18|Wish",
                "como faço para me inscrever?|Wish",
                "onde me inscrevo?|Wish",
                "posso fazer minha inscrição?|Wish",
                "me inscreve aí|Wish",
                "quero me increver|Wish",
                "quanto custa a inscrição?|Question",
                "valor da inscrição|Question",
                "até quando vão as inscrições?|Question",
                "local do evento|Question",
                "tem estacionamento?|Question",
                "não quero me inscrever|No",
                "não quero fazer a inscrição agora|No",
                "cancelar|Ordered",
                "ajuda|Ordered",
                "obrigada!|SmallTalk",
                "kkkkk|SmallTalk",
                "seu idiota|SmallTalk",
                "Maria da Silva|Unclear",
                "asdfgh|Unclear"
            })
    void with_nothing_under_way(String text, String heard) {
        assertThat(Sample.DIALOGUE.hear(text, State.START).getClass().getSimpleName())
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria da Silva", "Maria Castro", "Graça Lima", "Benvinda Santos", "Jesus de Nazaré", "Pedro Pinto",
                "Salvador Dias", "Vitória Claro", "Ana Boa Morte", "Sônia Certa", "Dia Noite Souza", "José Quando",
                "Ronaldo Legal", "Paulo Volta", "Ana Estudante", "Goiânia Ferreira", "Ki Kakau", "Bem-Hur Silva",
                "Beleza Pura", "Ok Chan Park", "Nina Não Sei", "Hermes Trismegisto?"
            })
    void a_name_is_a_name_though_its_words_mean_something(String text) {
        assertThat(Sample.DIALOGUE.hear(text, Sample.asking(Field.NAME))).isInstanceOf(Heard.Given.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tudo bem|Greeting",
                "boa tarde|Greeting",
                "isso mesmo|Yes",
                "tá certo|Yes",
                "muito obrigada|SmallTalk",
                "vai tomar no cu|SmallTalk",
                "quero me inscrever|Wish",
                "quem pode participar|Question",
                "por que precisa do nome|Question",
                "posso usar o nome social?|Question",
                "quero cancelar|Ordered",
                "começar de novo|Ordered",
                "pergunta anterior|Ordered",
                "Maria|Given"
            })
    void what_is_no_name_does_not_become_one(String text, String heard) {
        assertThat(Sample.DIALOGUE
                        .hear(text, Sample.asking(Field.NAME))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim|Yes",
                "1|Yes",
                "👍|Yes",
                "isso, pode confirmar|Yes",
                "não|No",
                "2|No",
                "corrigir|No",
                "Sim, está tudo certo|Yes",
                "Não, quero corrigir|No",
                "sim, mas o email está errado|ToChange",
                "o nome tá errado|ToChange",
                "o nome e o cpf estão errados|SomethingWrong",
                "talvez|Unclear",
                "sim?|Yes",
                "posso mudar depois?|Question",
                "quero|Wish"
            })
    void the_summary_wants_a_yes(String text, String heard) {
        assertThat(Sample.DIALOGUE.hear(text, CONFIRMING).getClass().getSimpleName())
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({"1,NAME", "2,EMAIL", "3.,CPF", "telefone,PHONE", "a cidade,CITY", "o meu perfil,PROFILE", "E-mail,EMAIL"
    })
    void the_field_to_change_is_named_or_numbered(String text, Field field) {
        assertThat(Sample.DIALOGUE.hear(text, CHANGING)).isEqualTo(new Heard.ToChange(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oi|Greeting",
                "quero me inscrever|Wish",
                "onde vai ser?|Question",
                "cancelar|Ordered",
                "valeu|SmallTalk",
                "xyz|Unclear"
            })
    void after_the_registration(String text, String heard) {
        assertThat(Sample.DIALOGUE.hear(text, COMPLETED).getClass().getSimpleName())
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"este mesmo", "Esse mesmo", "este número", "o do whatsapp", "é esse mesmo", "pode usar este"})
    void this_phone_is_the_phone_of_the_chat(String text) {
        assertThat(Sample.DIALOGUE.hear(text, Sample.asking(Field.PHONE))).isEqualTo(new Heard.ThisPhone());
    }

    @Test
    void a_tapped_option_is_understood_by_its_id() {
        Heard heard = Sample.DIALOGUE.hear(new Content.Choice("nao", "whatever"), CONFIRMING);

        assertThat(heard).isEqualTo(new Heard.No());
    }

    @Test
    void a_tapped_option_of_an_older_question_is_read_as_its_label() {
        Heard heard = Sample.DIALOGUE.hear(new Content.Choice("GO", "Goiás"), CONFIRMING);

        assertThat(heard).isEqualTo(new Heard.Unclear("Goiás"));
    }

    @Test
    void a_transcript_is_read_like_a_text() {
        Content audio = new Content.Audio(
                "ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("quero me inscrever"));

        assertThat(Sample.DIALOGUE.hear(audio, State.START)).isInstanceOf(Heard.Wish.class);
    }

    @Test
    void a_caption_and_what_is_said_are_read_together() {
        Content audio = new Content.Audio(
                "ref",
                Optional.empty(),
                Optional.empty(),
                Optional.of("quero me inscrever"),
                Optional.of("meu nome é Maria da Silva"));

        assertThat(Told.in(Sample.DIALOGUE.hear(audio, State.START)).answers().name())
                .isPresent();
        assertThat(Dialogue.words(audio)).contains("quero me inscrever\nmeu nome é Maria da Silva");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|maria ponto silva arroba gmail ponto com",
                "CPF|529.982.247-25",
                "PHONE|meia dois nove oito um um um dois dois três três"
            })
    void what_was_heard_of_a_document_an_address_or_a_number_is_read_back(Field field, String said) {
        Heard heard = Sample.DIALOGUE.hear(Sample.voice(said), Sample.asking(field));

        assertThat(heard).isInstanceOfSatisfying(Heard.Given.class, given -> {
            assertThat(given.told().answers().none()).isTrue();
            assertThat(given.told().doubt().orElseThrow().parsed()).isInstanceOf(Parsed.ReadBack.class);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rua 4, 1400 - Setor Central, Goiânia - GO, 74025-020, Brasil|Goiânia/GO",
                "…, Goiânia - GO, 74025-020, Brasil|Goiânia/GO",
                "Rua 4, Setor Central, Goiânia, Goiás, 74025-020, Brazil|Goiânia/GO",
                "Praça da Sé, São Paulo, São Paulo, 01001-000|São Paulo/SP",
                "Av. Afonso Pena, 1, Centro, Belo Horizonte - MG|Belo Horizonte/MG",
                "R. Goiânia, 10 - Jardim América, Anápolis/GO|Anápolis/GO",
                "Setor Comercial Sul, Brasília - DF, 70300-500|Brasília/DF"
            })
    void the_address_of_a_shared_location_suggests_a_city(String address, String city) {
        Content location = new Content.Location(-16.6, -49.2, Optional.of("Casa da Maria"), Optional.of(address));

        assertThat(suggested(location, Sample.asking(Field.CITY))).contains(city);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Goiânia|Goiânia/GO", "Centro de Convenções de Goiânia|Goiânia/GO", "Uberlândia - MG|Uberlândia/MG"
            })
    void so_does_its_name(String name, String city) {
        Content location = new Content.Location(-16.6, -49.2, Optional.of(name), Optional.empty());

        assertThat(suggested(location, Sample.asking(Field.CITY))).contains(city);
        assertThat(suggested(location, Sample.asking(Field.PHONE))).contains(city);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Casa", "Trabalho", "Fazenda do Zé", "12", "-16.6, -49.2"})
    void a_name_that_only_resembles_a_city_suggests_none(String name) {
        Content location = new Content.Location(-16.6, -49.2, Optional.of(name), Optional.empty());

        assertThat(Sample.DIALOGUE.hear(location, Sample.asking(Field.CITY)))
                .isEqualTo(new Heard.Unreadable(Heard.Media.LOCATION));
    }

    @Test
    void a_location_is_no_city_where_none_is_missing() {
        Content location = new Content.Location(-16.6, -49.2, Optional.of("Goiânia"), Optional.empty());

        assertThat(Sample.DIALOGUE.hear(location, State.START)).isInstanceOf(Heard.Unreadable.class);
        assertThat(Sample.DIALOGUE.hear(location, CONFIRMING)).isInstanceOf(Heard.Unreadable.class);
        assertThat(Sample.DIALOGUE.hear(location, COMPLETED)).isInstanceOf(Heard.Unreadable.class);
    }

    private static Optional<String> suggested(Content location, State state) {
        return Sample.DIALOGUE.hear(location, state) instanceof Heard.Given(Told told)
                        && told.doubt().orElseThrow().parsed() instanceof Parsed.Suggest<?> suggest
                ? Optional.of(suggest.suggested().spelled())
                : Optional.empty();
    }

    @Test
    void what_is_looked_up_follows_from_what_was_heard() {
        State asking = Sample.asking(Field.CPF);
        Heard cpf = Sample.DIALOGUE.hear("529.982.247-25", asking);
        Heard question = Sample.DIALOGUE.hear("tem almoço?", asking);
        Heard yes = Sample.DIALOGUE.hear("sim", CONFIRMING);

        assertThat(Sample.DIALOGUE.lookups(asking, cpf))
                .containsExactly(new Lookup.DocumentTaken(new Cpf("52998224725"), OptionalLong.empty()));
        assertThat(Sample.DIALOGUE.lookups(asking, question))
                .containsExactly(new Lookup.AnswerTo("tem almoço?", Lookup.Asked.PLAINLY));
        assertThat(Sample.DIALOGUE.lookups(CONFIRMING, yes)).containsExactly(new Lookup.NextNumber());
        assertThat(Sample.DIALOGUE.lookups(CHANGING, yes)).isEqualTo(List.of());
    }

    @Test
    void a_flood_is_told_so_once_and_leaves_the_state() {
        State asking = Sample.asking(Field.PROFILE);

        Move told = Sample.DIALOGUE.flooded(asking, Facts.of(Sample.NOTICE), false);
        Move silent = Sample.DIALOGUE.flooded(asking, Facts.of(Sample.NOTICE), true);

        assertThat(List.of(told.next(), silent.next())).containsOnly(asking);
        assertThat(told.says().stream().map(Remark::text).map(Text::key)).containsExactly("flood");
        assertThat(told.asks()).isPresent();
        assertThat(told.options()).hasSize(6);
        assertThat(told.effects()).containsExactly(new Effect.FloodAnswered());
        assertThat(silent.says()).isEmpty();
        assertThat(silent.asks()).isEmpty();
        assertThat(silent.effects()).isEmpty();
    }

    @Test
    void a_flood_where_nothing_was_asked_is_asked_what_it_wants() {
        Move told = Sample.DIALOGUE.flooded(State.START, Facts.of(Sample.NOTICE), false);

        assertThat(told.says().stream().map(Remark::text).map(Text::key)).containsExactly("flood.nothing-asked");
        assertThat(told.asks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certeza?",
                "verdade?",
                "ok, volta",
                "tá, espera aí",
                "beleza, esquece",
                "ah tá, então volta",
                "pô",
                "bah",
                "apagar tudo?"
            })
    void nothing_is_erased_but_by_a_plain_yes(String text) {
        State asked = COMPLETED.with(Optional.of(new Pending.ReallyErase(Optional.empty())));

        assertThat(Sample.DIALOGUE.hear(text, asked)).isNotInstanceOf(Heard.Yes.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim", "pode apagar", "sim, pode apagar", "apagar meus dados", "isso mesmo, obrigada"})
    void a_plain_yes_erases(String text) {
        State asked = COMPLETED.with(Optional.of(new Pending.ReallyErase(Optional.empty())));

        assertThat(Sample.DIALOGUE.hear(text, asked)).isInstanceOf(Heard.Yes.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52998224724",
                "62998765432",
                "meu email é paula2020@ufg.br",
                "nasci em 12031990",
                "moro no CEP 74000000"
            })
    void other_numbers_are_no_passport(String text) {
        State asked = Sample.asking(Field.CPF).with(Optional.of(new Pending.PassportInstead()));

        Heard heard = Sample.DIALOGUE.hear(text, asked);

        assertThat(heard instanceof Heard.Given(Told told) && told.answers().has(Field.CPF))
                .isFalse();
    }
}
