/* A text before all eyes, or out of the way: tabled, leaked, withdrawn, denounced. */
#include "decide.h"

void decide_table(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text) || !check_draft(scratch, text))
        return;
    if (text->tabled_by != NONE) {
        refuse(scratch, "table.already", TEXT("instrument"),
               "This text has been tabled in plenary already.");
        return;
    }
    scratch_emit(
        scratch,
        (struct event){.type = EVENT_TABLED, .instrument = text->id, .party = scratch->party});
    answer_missing(scratch, text->id);
}

void decide_leak(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text))
        return;
    if (text->open_to_all) {
        refuse(scratch, "leak.already", TEXT("instrument"), "This text is public already.");
        return;
    }
    scratch_emit(
        scratch,
        (struct event){.type = EVENT_LEAKED, .instrument = text->id, .party = scratch->party});
}

void decide_withdraw(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text) || !check_draft(scratch, text))
        return;
    if (text->author != scratch->party) {
        refuse(scratch, "instrument.not_author", TEXT("instrument"),
               "Only the author of a text withdraws it.");
        return;
    }
    if (text->signed_by) {
        refuse(scratch, "instrument.signed", TEXT("instrument"),
               "This text bears the signature of %.*s; it can no longer be withdrawn.",
               TEXT_ARGUMENTS(parties_words(scratch, text->signed_by)));
        return;
    }
    scratch_emit(
        scratch,
        (struct event){.type = EVENT_WITHDRAWN, .instrument = text->id, .party = scratch->party});
}

void decide_denounce(struct scratch *scratch)
{
    const struct instrument *text = wished_text(scratch);
    if (!text || !check_takes_part(scratch, text))
        return;
    party_set own = party_bit(scratch->party);
    enum denounce how = scratch->scenario->instruments[text->kind].denounce;
    if (text->status != INSTRUMENT_IN_FORCE) {
        if (check_draft(scratch, text))
            refuse(scratch, "denounce.not_allowed", TEXT("instrument"),
                   "This text is not in force: there is nothing to denounce.");
    } else if (how == DENOUNCE_NONE)
        refuse(scratch, "denounce.not_allowed", TEXT("instrument"),
               "A text of this kind cannot be denounced.");
    else if (!(text->signed_by & text->draft->invited & own))
        refuse(scratch, "denounce.not_bound", TEXT("instrument"),
               "Your delegation is not bound by this text.");
    else if ((text->notice_given | text->notice_due) & own)
        refuse(scratch, "denounce.not_allowed", TEXT("instrument"),
               "Your delegation has given notice already.");
    else if (how == DENOUNCE_FREE)
        instrument_denounce(scratch, text, scratch->party);
    else
        scratch_emit(scratch, (struct event){.type = EVENT_DENOUNCED,
                                             .instrument = text->id,
                                             .party = scratch->party});
}
