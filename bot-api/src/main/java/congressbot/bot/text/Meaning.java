package congressbot.bot.text;

import java.util.Locale;

/// What a word list stands for; the list is the resource `words/{language}/{name}.txt`, one word or phrase a line.
public enum Meaning {
    BACK,
    CANCEL,
    RESTART,
    HELP,
    YES,
    NO,
    KEEP,
    /// "This number": the phone of the chat.
    THIS_PHONE,
    GREETING,
    THANKS,
    /// The syllables that laughter repeats, and its emoji.
    LAUGHTER,
    INSULT,
    /// Phrases that hold a word of the insults and insult nobody.
    HARMLESS,
    /// Wonders whether we are a machine.
    ROBOT,
    /// Whole messages that ask to be registered.
    WISH,
    /// Words that give the wish away inside a sentence.
    WISH_WORDS,
    /// Beginnings that make a wish of what looks like a question: "how do I register?".
    WISH_HOW,
    /// Words that a question begins with.
    QUESTION,
    /// Words that make a question where there is a question mark too.
    QUESTION_WITH_MARK,
    /// Polite words that change no meaning.
    FILLER,
    NAME_LEAD_IN,
    /// Phrases that introduce a name in the middle of a sentence.
    MARK_NAME,
    MARK_CITY,
    MARK_PROFILE,
    EMAIL_LEAD_IN,
    /// Common words that are part of nobody's name.
    NOT_A_NAME,
    /// Words that say that something told before is wrong.
    CORRECT,
    /// Small words between the name of a field and its new value.
    CORRECT_LINK,
    /// Words that set what follows against what precedes.
    BUT,
    /// Small words left over between two values: "… *and my* e-mail is …".
    JOINT,
    /// Phrases that say what is not so: "I am not", "it is not".
    NEGATION,
    /// Phrases that only suppose something: "if I".
    CONDITION,
    /// Words that turn a statement into no more than half a question: "…, ok?"
    TAG,
    SPOKEN_AT,
    SPOKEN_DOT,
    SPOKEN_UNDERSCORE,
    SPOKEN_HYPHEN,
    /// What people add when they spell an address: "all together", "in small letters".
    SPOKEN_TOGETHER,
    /// The word that joins tens and units: "vinte *e* nove".
    SPOKEN_AND,
    /// `meia=6`
    NUMBER_WORD,
    /// `segunda=2`
    ORDINAL,
    /// Other words for the profiles: `aluna=estudante`, with a part of the label on the right.
    PROFILE_WORD,
    NO_CPF,
    /// Answers of somebody who has no such thing.
    HAVE_NONE,
    PASSPORT,
    /// Short words that stand before other numbers: "in 1990", "CEP 74000-000".
    NOT_A_PASSPORT,
    MY_DATA,
    EXPORT,
    ERASE,
    RESEND,
    /// Phrases that wish to register somebody else.
    SOMEBODY_ELSE,
    /// People other than the one who writes: with a word of wishing, they are to be registered.
    SOMEBODY,
    CONTINUE,
    /// Whole messages that call the bot back from a person.
    RESUME,
    PERSON,
    /// Words that exist in this language alone.
    LANGUAGE,
    /// Ways to ask for this language, in any.
    LANGUAGE_NAME,
    /// Small words in the middle of a name, written in lower case.
    NAME_PARTICLE,
    /// Words of programs, which are no names.
    CODE,
    CITY_LEAD_IN,
    PROFILE_LEAD_IN,
    EMAIL_DOMAIN,
    /// Domains that do not exist or hardly ever are meant, and what is meant: `gmail.con=gmail.com`.
    EMAIL_DOMAIN_SLIP,
    FIELD_NAME,
    FIELD_EMAIL,
    FIELD_CPF,
    FIELD_PHONE,
    FIELD_CITY,
    FIELD_STATE,
    FIELD_PROFILE,
    FIELD_BADGE,
    TOPIC_DATES,
    TOPIC_PLACE,
    TOPIC_FEE,
    TOPIC_CONTACT,
    TOPIC_PROFILES,
    TOPIC_DEADLINE,
    TOPIC_PRIVACY,
    TOPIC_ABOUT,
    /// Words that a question about any topic may hold besides.
    TOPIC_COMMON;

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
