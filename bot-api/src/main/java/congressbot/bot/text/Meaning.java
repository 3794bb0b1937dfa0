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
    FIELD_PROFILE,
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
