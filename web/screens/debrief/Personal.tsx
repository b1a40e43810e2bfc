// Of what this person did: questions to reflect on, and a card that may be shown to who has yet to play.

import { list, t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { clauseKeyTitle, instrumentTitle, partyName } from '../../parts/treaty';
import type { Question, Report, ReportSeat } from '../../report';
import type { Scenario } from '../../view';
import { moveText } from './words';

interface PersonalProps {
  report: Report;
  scenario: Scenario;
  onReplay: (n: number) => void;
}

export const Personal = ({ report, scenario, onReplay }: PersonalProps) => {
  const { mine } = report;
  if (!mine) return null;
  return (
    <section aria-labelledby="personal">
      <h2 id="personal">{t('personal-title')}</h2>
      <p class="small muted">{t('personal-did', { ...mine.did })}</p>
      {mine.questions.length > 0 && (
        <ol class="questions">
          {mine.questions.map((question) => {
            const { n } = question;
            return (
              <li key={`${question.id} ${n ?? ''}`}>
                <p class="prose">{questionText(scenario, report, question)}</p>
                {n !== undefined && (
                  <button type="button" class="link small" onClick={() => onReplay(n)}>
                    {t('personal-replay')}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <Card mine={mine} scenario={scenario} />
    </section>
  );
};

const standing = (gain: number) => (gain > 0 ? 'ahead' : gain < 0 ? 'behind' : 'same');

function questionText(scenario: Scenario, report: Report, question: Question) {
  const { clause, terms, instrument, decision, option, bound = [], parties = [] } = question;
  const known = scenario.decisions?.[decision ?? ''];
  const text = instrument ? report.texts[instrument] : undefined;
  return t(`question-${question.id.replaceAll('_', '-')}`, {
    text: text ? instrumentTitle(scenario, text) : '',
    article: clause ? clauseKeyTitle(scenario, clause) : t('trace-free-article'),
    move:
      clause && terms
        ? moveText(scenario, {
            clause,
            terms,
            change: 'changed',
            instrument: instrument ?? '',
            version: 0,
            worth: {},
            n: 0,
            at: 0,
          })
        : '',
    value: question.value ?? 0,
    walking: question.walking ?? 0,
    cost: question.cost ?? 0,
    gain: Math.abs(question.gain ?? 0), // The result says which way.
    result: standing(question.gain ?? 0),
    decision: known?.title ?? decision ?? '',
    option: known?.options[option ?? ''] ?? option ?? '',
    bound: list(bound.map((key) => clauseKeyTitle(scenario, key))),
    parties: list(parties.map((party) => partyName(scenario, party))),
    count: parties.length,
  });
}

const size = { width: 600, height: 315 };

/** The card as a picture: paper, a double rule, four lines. Its words tell nothing of the scenario that a player should find out. */
async function picture(lines: string[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const scale = 2;
  canvas.width = size.width * scale;
  canvas.height = size.height * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  await document.fonts.load('600 28px "Source Serif 4"');
  pen.scale(scale, scale);
  pen.fillStyle = '#faf9f5';
  pen.fillRect(0, 0, size.width, size.height);
  pen.fillStyle = '#1c2025';
  pen.fillRect(40, 84, size.width - 80, 1.5);
  pen.fillRect(40, 89, size.width - 80, 1.5);
  const rows = ['600 30px', '600 24px', '18px', '18px'];
  lines.forEach((line, index) => {
    pen.font = `${rows[index] ?? '18px'} "Source Serif 4", serif`;
    pen.fillText(line, 40, index === 0 ? 66 : 104 + index * 46, size.width - 80);
  });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

const Card = ({ mine: { card, party }, scenario }: { mine: ReportSeat; scenario: Scenario }) => {
  const lines = [
    scenario.title,
    t('card-as', { party: partyName(scenario, party) }),
    t('card-result', { result: card.result }),
    t('card-did', { ...card }),
  ];
  const save = async () => {
    const blob = await picture(lines);
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = 'entente.png';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join('\n'));
    tell(t('card-copied'));
  };
  return (
    <>
      <h3>{t('card-title')}</h3>
      <p class="small muted">{t('card-text')}</p>
      <div class="result-card" role="img" aria-label={lines.join('. ')}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div class="row">
        <Button onPress={save}>{t('card-save')}</Button>
        {'clipboard' in navigator && <Button onPress={copy}>{t('card-copy')}</Button>}
      </div>
    </>
  );
};
