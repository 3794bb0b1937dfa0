package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Text;
import congressbot.wire.message.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What others say about a message that we do not understand: a proposed value, an answer.
class HelpTest {
    private static final State.Collecting CITY = Sample.asking(Field.CITY);

    @Test
    void a_value_is_proposed_only_where_ours_was_not_found_and_nothing_personal_is_asked() {
        assertThat(lookups(CITY, "aquela das águas quentes")).contains(new Lookup.Proposal(Field.CITY));
        assertThat(lookups(CITY, "Goiânia")).noneMatch(Lookup.Proposal.class::isInstance);
        assertThat(lookups(Sample.asking(Field.CPF), "é aquele número")).noneMatch(Lookup.Proposal.class::isInstance);
        assertThat(lookups(Sample.asking(Field.EMAIL), "é aquele da ufg")).noneMatch(Lookup.Proposal.class::isInstance);
    }

    @Test
    void a_proposed_value_is_read_back_before_it_counts() {
        Heard heard = Sample.DIALOGUE.hear("aquela das águas quentes", CITY);

        Move asked = Sample.DIALOGUE.next(CITY, heard, proposing("Caldas Novas, GO"));
        Move taken = Sample.DIALOGUE.next(asked.next(), new Heard.Yes(), Facts.of(Sample.NOTICE));

        assertThat(asked.next().pending()).containsInstanceOf(Pending.DidYouMean.class);
        assertThat(Dialogue.answers(asked.next()).has(Field.CITY)).isFalse();
        assertThat(Dialogue.answers(taken.next()).of(Field.CITY).map(Answer::shown))
                .contains("Caldas Novas/GO");
    }

    @Test
    void a_proposal_that_our_recogniser_does_not_take_is_no_help() {
        Heard heard = Sample.DIALOGUE.hear("aquela das águas quentes", CITY);

        Move with = Sample.DIALOGUE.next(CITY, heard, proposing("Atlantis do Cerrado Perdido"));
        Move without = Sample.DIALOGUE.next(CITY, heard, Facts.of(Sample.NOTICE));

        assertThat(with).isEqualTo(without);
    }

    @Test
    void words_that_the_documents_answer_are_a_question() {
        Heard heard = Sample.DIALOGUE.hear("wi-fi no pavilhão", State.START);

        assertThat(heard).isInstanceOf(Heard.Unclear.class);
        assertThat(Sample.DIALOGUE.lookups(State.START, heard))
                .containsExactly(new Lookup.AnswerTo("wi-fi no pavilhão", Lookup.Asked.PERHAPS));
        assertThat(said(Sample.DIALOGUE.next(State.START, heard, answering("facts.fee"))))
                .contains("facts.fee");
        assertThat(said(Sample.DIALOGUE.next(State.START, heard, Facts.of(Sample.NOTICE))))
                .doesNotContain("unanswered");
    }

    @Test
    void what_sounds_like_a_wish_may_be_a_question_where_the_documents_answer_it() {
        String text = "a inscrição dá direito a certificado?";
        Heard heard = Sample.DIALOGUE.hear(text, State.START);

        Move answered = Sample.DIALOGUE.next(State.START, heard, answering("facts.fee"));

        assertThat(answered.next()).isInstanceOf(State.Idle.class);
    }

    @Test
    void an_image_without_words_is_told_of_where_somebody_looked_at_it() {
        Heard image = Sample.DIALOGUE.hear(new Content.Image("ref", Optional.empty()), CITY);
        Facts seen = facts(Optional.empty(), Optional.empty(), Optional.of("Um cartaz verde."));

        assertThat(Sample.DIALOGUE.lookups(CITY, image)).containsExactly(new Lookup.Picture());
        assertThat(said(Sample.DIALOGUE.next(CITY, image, seen))).containsExactly("picture.seen");
        assertThat(said(Sample.DIALOGUE.next(CITY, image, Facts.of(Sample.NOTICE))))
                .containsExactly("unreadable.image");
    }

    private static List<Lookup> lookups(State state, String text) {
        return Sample.DIALOGUE.lookups(state, Sample.DIALOGUE.hear(text, state));
    }

    private static List<String> said(Move move) {
        return move.says().stream().map(remark -> remark.text().key()).toList();
    }

    private static Facts proposing(String value) {
        return facts(Optional.empty(), Optional.of(value), Optional.empty());
    }

    private static Facts answering(String key) {
        return facts(Optional.of(Text.of(key)), Optional.empty(), Optional.empty());
    }

    private static Facts facts(Optional<Text> answer, Optional<String> proposal, Optional<String> picture) {
        return new Facts(
                Set.of(),
                false,
                answer,
                proposal,
                picture,
                Optional.empty(),
                OptionalLong.empty(),
                Sample.NOTICE,
                List.of(),
                false);
    }
}
