package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// After the registration, in the same chat.
class CompletedMovesTest {
    private final Chat chat = new Chat();

    @Test
    void my_data_show_what_is_registered_with_the_document_covered() {
        registered(Sample.REGISTRATION);

        String reply = chat.hear("meus dados");

        assertThat(reply)
                .contains("Maria da Silva", "maria@gmail.com", "•••.982.247-••")
                .doesNotContain("529.982");
    }

    @Test
    void an_export_goes_to_the_registered_address() {
        registered(Sample.REGISTRATION, Sample.ABROAD);

        String reply = chat.hear("exportar meus dados");

        assertThat(reply).contains("maria@gmail.com, zu@example.pt");
        assertThat(chat.effects).containsExactly(new Effect.SendData(1), new Effect.SendData(2));
    }

    @Test
    void the_confirmation_is_sent_again() {
        registered(Sample.REGISTRATION);

        chat.hear("reenviar confirmação");

        assertThat(chat.effects).containsExactly(new Effect.ResendConfirmation(1));
    }

    @Test
    void a_changed_value_is_stored_after_the_summary_and_a_yes() {
        registered(Sample.REGISTRATION);

        chat.hear("mudar a cidade para Anápolis");
        assertThat(chat.effects).isEmpty();
        chat.hear("sim");

        assertThat(chat.registered.get(1L)).isNotNull();
        assertThat(chat.effects).singleElement().isInstanceOf(Effect.Amend.class);
        assertThat(chat.registered.values())
                .extracting(registration -> registration.city().shown())
                .containsExactly("Anápolis/GO");
        assertThat(chat.state).isEqualTo(new State.Completed(1, 0, Optional.empty()));
    }

    @Test
    void who_declines_the_change_keeps_what_is_registered() {
        registered(Sample.REGISTRATION);
        chat.hear("mudar a cidade para Anápolis");
        chat.hear("cancelar");

        chat.hear("sim");

        assertThat(chat.registered).containsEntry(1L, Sample.REGISTRATION);
        assertThat(chat.state).isEqualTo(new State.Completed(1, 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "Zuleica", "a da Zuleica"})
    void with_several_registrations_it_asks_whose(String whose) {
        registered(Sample.REGISTRATION, Sample.ABROAD);
        String asked = chat.hear("corrigir");
        chat.hear(whose);

        chat.hear("perfil");
        chat.hear("estudante");
        chat.hear("sim");

        assertThat(asked).contains("1. Maria da Silva", "2. Zuleica Prado");
        assertThat(chat.registered).containsEntry(1L, Sample.REGISTRATION);
        assertThat(chat.registered.values())
                .extracting(Registration::profile)
                .containsExactly(new Profile("Estudante"), new Profile("Estudante"));
    }

    @Test
    void one_of_several_is_cancelled_and_the_chat_goes_on_with_the_other() {
        registered(Sample.REGISTRATION, Sample.ABROAD);
        chat.hear("cancelar");
        chat.hear("2");

        chat.hear("sim");

        assertThat(chat.effects).containsExactly(new Effect.CancelRegistration(2));
        assertThat(chat.state).isEqualTo(new State.Completed(1, 0, Optional.empty()));
    }

    @Test
    void a_cancellation_wants_a_yes() {
        registered(Sample.REGISTRATION);
        chat.hear("cancelar");

        chat.hear("não");

        assertThat(chat.registered).containsEntry(1L, Sample.REGISTRATION);
        assertThat(chat.state.pending()).isEmpty();
    }

    @Test
    void everything_is_forgotten_after_a_yes() {
        registered(Sample.REGISTRATION);
        chat.hear("apagar meus dados");
        assertThat(chat.effects).isEmpty();

        chat.hear("sim");

        assertThat(chat.effects).containsExactly(new Effect.Erase());
        assertThat(chat.state).isEqualTo(State.START);
    }

    @Test
    void somebody_else_is_registered_from_the_same_chat() {
        registered(Sample.REGISTRATION);
        chat.hear("inscrever outra pessoa");
        chat.hear("Ana Lima, ana@ufg.br, cpf 111.444.777-35, (62) 98111-2233, Anápolis GO, estudante");

        String reply = chat.hear("sim");

        assertThat(reply).contains("Ana");
        assertThat(chat.registered).hasSize(2).containsEntry(1L, Sample.REGISTRATION);
    }

    @Test
    void who_gives_up_on_somebody_else_is_still_registered() {
        registered(Sample.REGISTRATION);
        chat.hear("inscrever outra pessoa");
        chat.hear("cancelar");

        chat.hear("sim");

        assertThat(chat.effects).isEmpty();
        assertThat(chat.state).isEqualTo(new State.Completed(1, 0, Optional.empty()));
    }

    @Test
    void what_the_organisers_cancelled_is_gone() {
        registered(Sample.REGISTRATION);
        chat.registered.clear();

        chat.hear("meus dados");

        assertThat(chat.state).isEqualTo(State.START);
    }

    @ParameterizedTest
    @EnumSource
    void the_orders_are_understood_in_every_language(Language language) {
        registered(Sample.REGISTRATION);
        chat.language = language;
        List<String> orders = switch (language) {
            case PORTUGUESE -> List.of("reenviar", "exportar meus dados", "apagar meus dados", "sim");
            case ENGLISH -> List.of("resend", "export my data", "erase my data", "yes");
            case SPANISH -> List.of("reenviar", "exportar mis datos", "borrar mis datos", "sí");
        };

        orders.forEach(chat::hear);

        assertThat(chat.effects)
                .containsExactly(new Effect.ResendConfirmation(1), new Effect.SendData(1), new Effect.Erase());
    }

    private void registered(Registration... registrations) {
        for (Registration registration : registrations) {
            chat.registered.put(chat.registered.size() + 1L, registration);
        }
        chat.lastNumber = registrations.length;
        chat.state = new State.Completed(registrations.length, 0, Optional.empty());
    }
}
