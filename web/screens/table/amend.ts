// From reading a text to changing it.

import type { Instrument, InstrumentId } from '../../view';
import { amendmentOf } from './draft';
import { drafts, keepDraft } from './memory';
import { asked, goTo, to } from './place';

/** Opens the amendment that was begun, or begins one; at an article and a term of it, where these are given. */
export function amend(
  id: InstrumentId,
  text: Instrument,
  at: { article: string; term: string | null } | null = null,
) {
  if (!drafts.value[id]) keepDraft(id, amendmentOf(id, text));
  asked.value = at;
  goTo(to('texts', 'write', id));
}
