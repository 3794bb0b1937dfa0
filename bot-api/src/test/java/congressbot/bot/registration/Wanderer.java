package congressbot.bot.registration;

import congressbot.bot.text.Language;
import congressbot.wire.message.Content;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Somebody who knows every word and no order.
final class Wanderer {
    /// Values, right and wrong, in no language.
    private static final List<String> VALUES = List.of(
            "Maria da Silva",
            "Ana Lima",
            "Maria",
            "Silvana",
            "maria123",
            "x".repeat(70) + " " + "y".repeat(70),
            "李娜",
            "maria@gmail.com",
            "ana@gmail.com",
            "taken@gmail.com",
            "maria@gmial.com",
            "maria@gmail",
            "maria@",
            "joão@gmail.com",
            "a@b.com e c@d.com",
            "529.982.247-25",
            "11144477735",
            "935.411.347-80",
            "93541134780",
            "529.982.247-25 e 111.444.777-35",
            "8546231915",
            "1234567891",
            "1234",
            "529982247255",
            "529.982.247-26",
            "111.111.111-11",
            "11.222.333/0001-81",
            "FX123456",
            "AB",
            "62 99876-5432",
            "62 98111-2233",
            "(62) 99876-5432 (62) 98111-2233",
            "99876-5432",
            "62",
            "20 99876-5432",
            "62 9876-5432",
            "12",
            "+351 912 345 678",
            "Goiânia",
            "Anápolis",
            "Bom Jesus",
            "Buenos Aires",
            "Taguatinga",
            "PI",
            "Bahia",
            "GO",
            "Goiânia/SP",
            "Portugal",
            "Lisboa, Portugal",
            "Toowoomba",
            "capital",
            "Lugar Nenhum",
            "Ana Lima, ana@gmail.com",
            "Paula Freitas, paula@ufg.br, 439.150.008-68, (62) 98111-2233, Anápolis GO",
            "cpf 111.444.777-35",
            "1",
            "2",
            "3",
            "6",
            "7",
            "9",
            "ab 1",
            "?",
            "asdf",
            "hi",
            "a".repeat(2_000));

    private static final Map<Language, List<String>> PHRASES = new EnumMap<>(Map.of(
            Language.PORTUGUESE,
            List.of(
                    "oi",
                    "bom dia",
                    "quero me inscrever",
                    "meu nome é Ana Lima",
                    "meu nome é Ana Lima, meu nome é Paula Reis",
                    "este mesmo",
                    "moro em Anápolis",
                    "estudante",
                    "professora",
                    "estudante ou professor",
                    "sim",
                    "sim",
                    "não",
                    "voltar",
                    "ajuda",
                    "manter",
                    "nada",
                    "obrigado",
                    "kkkk",
                    "seu idiota",
                    "no exterior",
                    "o email está errado",
                    "errei",
                    "corrigir",
                    "corrigir telefone",
                    "mudar a cidade para Anápolis",
                    "blá blá",
                    "na verdade meu nome é Paula Reis",
                    "nome no crachá: Chico",
                    "nome no crachá: Chico, nome no crachá: Chica",
                    "mudar o nome no crachá",
                    "não tenho cpf",
                    "meu passaporte é FX123456",
                    "meus dados",
                    "exportar meus dados",
                    "reenviar confirmação",
                    "inscrever outra pessoa",
                    "quero falar com um atendente",
                    "quanto custa?",
                    "quando e onde vai ser?",
                    "quando é?",
                    "onde é?",
                    "até quando?",
                    "quem pode participar?",
                    "qual o contato?",
                    "o que é o congresso?",
                    "por que o cpf?",
                    "tem estacionamento?",
                    "qual o sentido da vida?",
                    "você é um robô?"),
            Language.ENGLISH,
            List.of(
                    "hello",
                    "I want to register",
                    "my name is Ana Lima",
                    "this one",
                    "I live in Lisbon, Portugal",
                    "student",
                    "yes",
                    "yes",
                    "no",
                    "back",
                    "help",
                    "keep",
                    "nothing",
                    "thank you",
                    "haha",
                    "you idiot",
                    "the email is wrong",
                    "change my phone",
                    "I don't have a CPF",
                    "my passport is FX123456",
                    "my data",
                    "export my data",
                    "resend",
                    "register someone else",
                    "I want to talk to a person",
                    "how much does it cost?",
                    "when and where is it?",
                    "is there parking?",
                    "it is wrong"),
            Language.SPANISH,
            List.of(
                    "hola",
                    "quiero inscribirme",
                    "me llamo Ana Lima",
                    "este mismo",
                    "vivo en Asunción, Paraguay",
                    "estudiante",
                    "sí",
                    "sí",
                    "no",
                    "volver",
                    "ayuda",
                    "mantener",
                    "nada",
                    "gracias",
                    "jaja",
                    "eres un idiota",
                    "el correo está mal",
                    "cambiar el teléfono",
                    "no tengo cpf",
                    "mi pasaporte es FX123456",
                    "mis datos",
                    "exportar mis datos",
                    "reenviar",
                    "inscribir a otra persona",
                    "quiero hablar con una persona",
                    "¿cuánto cuesta?",
                    "¿cuándo y dónde es?",
                    "¿hay estacionamiento?",
                    "me equivoqué")));

    private static final Map<Language, List<String>> LOSING = new EnumMap<>(Map.of(
            Language.PORTUGUESE, List.of("cancelar", "recomeçar", "apagar meus dados", "desistir"),
            Language.ENGLISH, List.of("cancel", "start over", "erase my data"),
            Language.SPANISH, List.of("cancelar", "recomenzar", "borrar mis datos")));

    private static final List<String> LANGUAGES = List.of("english please", "en español por favor", "em português");

    private static final List<Content> UNREADABLE = List.of(
            new Content.Unsupported("sticker"),
            new Content.Reaction("3A", "👍"),
            new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Content.Image("ref", Optional.empty()),
            new Content.Document("ref", Optional.empty(), Optional.empty()),
            new Content.Location(-16.6, -49.2, Optional.empty(), Optional.empty()),
            new Content.Contact("Ana", Optional.empty()));

    private final Random random;
    private final Patient patient;

    Wanderer(Random random, Patient patient) {
        this.random = random;
        this.patient = patient;
    }

    /// Mostly one message, sometimes several at once.
    List<Content> burst(Chat chat) {
        int messages = random.nextInt(8) > 0 ? 1 : 2 + random.nextInt(3);
        List<Content> burst = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            burst.add(content(chat));
        }
        return burst;
    }

    private Content content(Chat chat) {
        int dice = random.nextInt(100);
        if (dice < 3) {
            return any(UNREADABLE);
        }
        String text = text(dice, chat);
        return dice % 12 == 0 ? Sample.voice(text) : new Content.Text(text);
    }

    private String text(int dice, Chat chat) {
        if (chat.state.equals(State.START) && random.nextInt(4) == 0) {
            return random.nextBoolean() ? "hi" : "👋"; // In any language.
        }
        if (dice < 4) {
            return any(LANGUAGES);
        }
        if (dice < 8) {
            return any(LOSING.getOrDefault(chat.language, List.of()));
        }
        if (dice < 60 && chat.state.pending().orElse(null) instanceof Pending.Between) {
            return "1"; // Really.
        }
        if (dice < 42) {
            return patient.answer(chat);
        }
        return any(dice < 72 ? VALUES : PHRASES.getOrDefault(chat.language, List.of()));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
