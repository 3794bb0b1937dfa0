package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;

/// The names of fields and offered answers.
record Labels(Texts texts) {
    String of(String key) {
        return texts.render(Text.of("label." + key));
    }

    /// What a value is: a passport stands where others have their CPF.
    String of(Answer answer) {
        return answer instanceof Passport ? of("field.passport") : of(answer.field());
    }

    String of(Field field) {
        return of("field." + field.key());
    }
}
