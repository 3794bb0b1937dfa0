package congressbot.bot.registration;

import congressbot.bot.text.Language;
import java.util.List;

/// Somebody who answers every question sensibly, whatever the language: the way out of any state.
final class Patient {
    /// Whose turn it is: each has an address and a CPF of their own.
    private static final List<String> DOCUMENTS = List.of(
            "29141777638",
            "31706690797",
            "43915000868",
            "06360837722",
            "83533740641",
            "81241586810",
            "34497869032",
            "73662585120",
            "78128657038",
            "70499962206");

    /// What is sensible to say now.
    String answer(Chat chat) {
        return switch (chat.state) {
            case State.Idle idle when idle.pending().isEmpty() -> wish(chat.language);
            case State it when it.pending().isPresent() -> between(it.pending().get(), chat);
            case State.Collecting form -> value(form.asked(), chat);
            // The summary and everything that offers a yes first.
            case State.Idle _, State.Confirming _ -> "1";
            case State.Completed _ -> wishForAnother(chat.language);
        };
    }

    private static String wish(Language language) {
        return switch (language) {
            case PORTUGUESE -> "quero me inscrever";
            case ENGLISH -> "I want to register";
            case SPANISH -> "quiero inscribirme";
        };
    }

    private static String wishForAnother(Language language) {
        return switch (language) {
            case PORTUGUESE -> "inscrever outra pessoa";
            case ENGLISH -> "register someone else";
            case SPANISH -> "inscribir a otra persona";
        };
    }

    /// By number, the first answer goes on; what would lose something is declined by the second.
    private static String between(Pending pending, Chat chat) {
        return switch (pending) {
            case Pending.RestOf rest ->
                switch (rest.field()) {
                    case NAME -> "Souza Lima";
                    case PHONE -> "62";
                    case CITY -> "Anápolis";
                    case EMAIL, CPF, PROFILE, BADGE -> throw new IllegalStateException("no part of " + rest.field());
                };
            case Pending.PassportInstead _ -> "FX12345" + chat.registered.size();
            case Pending.ReallyCancel _, Pending.ReallyErase _, Pending.MailToRegistered _ -> "2";
            case Pending.WantToRegister _,
                    Pending.DidYouMean _,
                    Pending.HeardByVoice _,
                    Pending.ChooseOne _,
                    Pending.WhatToChange _,
                    Pending.WhichRegistration _,
                    Pending.WhichLanguage _,
                    Pending.ContinueOrRestart _ -> "1";
        };
    }

    private static String value(Field field, Chat chat) {
        int turn = Math.floorMod(chat.effects.size() + chat.registered.size(), DOCUMENTS.size());
        return switch (field) {
            case NAME -> "Joana Prado Reis";
            case EMAIL -> "pessoa" + chat.registered.size() + "-" + turn + "@ufg.br";
            case CPF -> free(chat, turn);
            case PHONE -> "(62) 98111-2233";
            case CITY -> "Anápolis/GO";
            case PROFILE -> "1";
            case BADGE -> "Jô";
        };
    }

    private static String free(Chat chat, int turn) {
        for (int i = 0; i < DOCUMENTS.size(); i++) {
            Cpf cpf = new Cpf(DOCUMENTS.get((turn + i) % DOCUMENTS.size()));
            if (chat.registered.values().stream().noneMatch(it -> it.document().equals(cpf))) {
                return cpf.digits();
            }
        }
        throw new IllegalStateException("everybody is registered");
    }
}
