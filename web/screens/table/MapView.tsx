// The scenario's own map, by who holds what or by what is agreed; and the same as a list, which can be read and walked through without it.

import DOMPurify from 'dompurify';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { clauseProse, clauseTitle } from '../../parts/treaty';
import type { InstrumentId, PartyId, Scenario, Terms, View } from '../../view';
import { fillDrawing, fillOf, patternElement } from './patterns';
import { to } from './place';
import { textTitle } from './words';

type Seen = Pick<View, 'variables' | 'settled'> & Partial<Pick<View, 'instruments'>>;

interface MapProps {
  rules: Scenario;
  seen: Seen;
}

interface AgreedThere {
  type: string;
  key: string;
  terms: Terms;
  instrument: InstrumentId;
}

interface RegionState {
  holder?: PartyId | undefined;
  agreed: AgreedThere[];
  /** Drafts that this viewer knows and that speak of it. */
  proposed: InstrumentId[];
}
type States = Record<string, RegionState>;

/** Whatever the scenario calls it: the first figure of each region that names a party is who holds it. */
function regionStates({ rules, seen }: MapProps): States {
  const holds = Object.keys(rules.variables ?? {}).find((name) => {
    const variable = rules.variables?.[name];
    return variable?.per === 'region' && variable.type === 'party';
  });
  const holders = seen.variables?.[holds ?? ''];
  const states: States = {};
  for (const region of Object.keys(rules.regions ?? {})) {
    const holder =
      typeof holders === 'object' && !Array.isArray(holders) ? holders[region] : undefined;
    const agreed = Object.keys(rules.clauses)
      .filter((type) => rules.clauses[type]?.per === 'region')
      .flatMap((type) => {
        const settled = seen.settled?.[`${region}.${type}`];
        return settled
          ? [{ type, key: region, terms: settled.terms, instrument: settled.instrument }]
          : [];
      });
    const proposed = Object.entries(seen.instruments ?? {})
      .filter(
        ([, text]) =>
          text.status === 'draft' &&
          text.clauses.some(
            (clause) => clause.key === region && rules.clauses[clause.type]?.per === 'region',
          ),
      )
      .map(([id]) => id);
    states[region] = { holder: typeof holder === 'string' ? holder : undefined, agreed, proposed };
  }
  return states;
}

/** One thing that an area can be filled with. */
interface Filling {
  id: string;
  words: string;
  party?: PartyId;
  colour: string;
  index: number;
}

const nothing = '#8a8d92';
/** Apart from one another for colour-blind eyes too; from Okabe and Ito. */
const agreedColours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

function byHolder(rules: Scenario, states: States) {
  const parties = [...new Set(Object.values(states).flatMap(({ holder }) => holder ?? []))];
  const order = Object.keys(rules.parties);
  const fillings = parties.map(
    (party): Filling => ({
      id: party,
      words: t('map-holds-it', { party: rules.parties[party]?.short ?? party }),
      party,
      colour: rules.parties[party]?.colour ?? nothing,
      index: order.indexOf(party) % 7,
    }),
  );
  return { fillings, of: (region: string) => states[region]?.holder };
}

function byAgreement(rules: Scenario, states: States) {
  const kindOf = ({ type, terms }: AgreedThere) => JSON.stringify([type, terms]);
  const kinds = new Map<string, AgreedThere>();
  for (const { agreed } of Object.values(states)) {
    for (const one of agreed) kinds.set(kindOf(one), one);
  }
  const fillings = [...kinds].map(
    ([id, one], index): Filling => ({
      id,
      words: termsWords(rules, one),
      colour: agreedColours[index % agreedColours.length] ?? nothing,
      index: index + 1,
    }),
  );
  fillings.push({ id: '', words: t('map-open'), colour: nothing, index: 0 });
  return {
    fillings,
    of: (region: string) => {
      const first = states[region]?.agreed[0];
      return first ? kindOf(first) : '';
    },
  };
}

/** "Status of territory: a demilitarised zone": what is agreed, without the area's name. */
function termsWords(rules: Scenario, { type, terms }: AgreedThere): string {
  const shapes = rules.clauses[type]?.terms ?? {};
  const words = Object.entries(terms).flatMap(([term, value]) => {
    const shape = shapes[term];
    return shape?.type === 'option' ? (shape.options[String(value)] ?? String(value)) : [];
  });
  const title = clauseTitle(rules, { type });
  return words.length > 0 ? t('clause-of', { title, it: words.join(', ') }) : title;
}

export const MapView = ({ rules, seen }: MapProps) => {
  const states = regionStates({ rules, seen });
  const [how, setHow] = useState<'held' | 'agreed'>('held');
  const [chosen, setChosen] = useState<string | null>(null);
  const name = useId();
  const { fillings, of } = (how === 'held' ? byHolder : byAgreement)(rules, states);
  return (
    <section aria-labelledby="map-title" class="map-section">
      <div class="place-head">
        <h3 id="map-title">{t('map-title')}</h3>
        <fieldset class="segments">
          <legend class="spoken">{t('map-how')}</legend>
          {(['held', 'agreed'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={how === one} onChange={() => setHow(one)} />
              <span>{t(`map-by-${one}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="map-and-list">
        {rules.map && (
          <figure class="map-figure">
            <Drawing
              svg={rules.map}
              regions={Object.keys(states)}
              fillings={fillings}
              of={of}
              chosen={chosen}
              onChoose={setChosen}
            />
            <figcaption class="small">
              <ul class="plain">
                {fillings.map((filling) => (
                  <li key={filling.id} class="legend">
                    <Swatch filling={filling} /> {filling.words}
                  </li>
                ))}
              </ul>
            </figcaption>
          </figure>
        )}
        <ul class="plain regions" aria-label={t('map-regions')}>
          {Object.entries(states).map(([region, state]) => (
            <li key={region}>
              <Region
                region={region}
                state={state}
                rules={rules}
                seen={seen}
                open={chosen === region}
                onOpen={(open) => setChosen(open ? region : null)}
              />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};

interface RegionProps extends MapProps {
  region: string;
  state: RegionState;
  open: boolean;
  onOpen: (open: boolean) => void;
}

const Region = ({ region, state, rules, seen, open, onOpen }: RegionProps) => {
  const holder = rules.parties[state.holder ?? ''];
  const { agreed, proposed } = state;
  const detail = useId();
  return (
    <article class={open ? 'region-card chosen' : 'region-card'}>
      <button
        type="button"
        class="region-name"
        aria-expanded={open}
        aria-controls={detail}
        onClick={() => onOpen(!open)}
      >
        {rules.regions?.[region]?.name}
      </button>
      <p class="small">
        {holder ? (
          <>
            {t('map-held-by')} <PartyBadge party={holder} />
          </>
        ) : (
          t('map-held-by-nobody')
        )}{' '}
        <span aria-hidden="true">·</span>{' '}
        <span class={agreed.length > 0 ? 'region-agreed' : 'muted'}>
          {agreed.length > 0
            ? agreed.map((one) => clauseProse(rules, one)).join(' ')
            : t('map-nothing-agreed')}
        </span>
      </p>
      <div id={detail} hidden={!open}>
        {open && (
          <ul class="small">
            {agreed.map(({ type, instrument }) => (
              <li key={type}>
                {t('map-agreed-in', { clause: clauseTitle(rules, { type }) })}{' '}
                <TextLink id={instrument} rules={rules} seen={seen} />
              </li>
            ))}
            {proposed.map((id) => (
              <li key={id}>
                {t('map-proposed-in')} <TextLink id={id} rules={rules} seen={seen} />
              </li>
            ))}
            {agreed.length + proposed.length === 0 && <li>{t('map-no-text')}</li>}
          </ul>
        )}
      </div>
    </article>
  );
};

const TextLink = ({ id, rules, seen: { instruments = {} } }: MapProps & { id: InstrumentId }) =>
  instruments[id] ? <a href={to('texts', id)}>{textTitle(rules, { instruments }, id)}</a> : null;

const Swatch = ({ filling }: { filling: Filling }) => {
  const box = useRef<SVGSVGElement>(null);
  const id = useId();
  useEffect(() => {
    if (box.current) fillDrawing(box.current, [patternElement(id, filling.index, filling.colour)]);
  }, [id, filling.index, filling.colour]);
  return (
    <svg ref={box} class="swatch" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="27"
        height="17"
        rx="3"
        style={{ fill: fillOf(id, filling.index, filling.colour) }}
      />
    </svg>
  );
};

interface DrawingProps {
  svg: string;
  regions: string[];
  fillings: Filling[];
  of: (region: string) => string | undefined;
  chosen: string | null;
  onChoose: (region: string | null) => void;
}

const shapes = 'rect, path, polygon, circle, ellipse';

const Drawing = ({ svg, regions, fillings, of, chosen, onChoose }: DrawingProps) => {
  const figure = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const clean = useMemo(
    () =>
      DOMPurify.sanitize(svg, {
        USE_PROFILES: { svg: true },
        FORBID_TAGS: ['style', 'a', 'image', 'use'],
        FORBID_ATTR: ['style'],
      }),
    [svg],
  );
  const regionOf = (target: EventTarget | null) => {
    const drawn = target instanceof Element ? target.closest('[id^="region-"]') : null;
    return regions.find((region) => drawn?.id === `region-${region}`) ?? null;
  };
  useEffect(() => {
    const drawing = figure.current?.querySelector('svg');
    if (!drawing) return;
    const idOf = (index: number) => `${prefix}-${index}`;
    fillDrawing(
      drawing,
      fillings.map(({ index, colour }, at) => patternElement(idOf(at), index, colour)),
    );
    for (const region of regions) {
      const drawn = drawing.querySelector(`#${CSS.escape(`region-${region}`)}`);
      if (!(drawn instanceof SVGElement)) continue;
      drawn.classList.add('region');
      drawn.classList.toggle('chosen', chosen === region);
      const at = fillings.findIndex(({ id }) => id === of(region));
      const { index = 0, colour = nothing } = fillings[at] ?? {};
      const fill = fillOf(idOf(at), index, colour);
      for (const shape of drawn.querySelectorAll<SVGElement>(shapes)) {
        shape.style.setProperty('fill', fill);
      }
    }
  });
  return (
    // What a press does here, the list beside does for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: likewise
    // biome-ignore lint/a11y/useKeyWithClickEvents: likewise
    <div
      ref={figure}
      class="map"
      onClick={(event) => {
        const region = regionOf(event.target);
        onChoose(region === chosen ? null : region);
      }}
      dangerouslySetInnerHTML={{ __html: clean }}
    />
  );
};
